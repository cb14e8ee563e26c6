/* kernel_sync.c - constructs that say which threads run something, and when (OpenMP 5.2, 10.5 and 15). */
#include "opencl_target.h"

#include "diagnostic.h"

#define FENCE "mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);"

enum { LOCKS = 64 }; /* PPCC_LOCKS in ppcc/opencl.h */

const char *kernel_masked(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	enum kernel_context context = kernel->context;
	const struct clause *filter = leaf_clause(leaf, C_FILTER);
	const char *thread = filter ? lower_clause_expression(lowering, leaf->outer, leaf->site, filter->expression) : "0";
	if (kernel->in_function)
		unsupported_at(lowering->source, lower_offset(leaf), "'masked' of a parallel region that a caller is in");
	kernel->context = CONTEXT_ITEM;
	const char *body = leaf->inner ? lower_leaf_checked(lowering, leaf->inner) : lower_open_body(lowering, leaf);
	kernel->context = context;
	if (!body)
		return NULL;
	return arena_printf(lowering->arena, "%s { /* %s */\n\t%s\n}", context == CONTEXT_TEAM ? arena_printf(lowering->arena, "if (get_local_id(0) == %s)", parenthesised(lowering->arena, thread))
			    : arena_printf(lowering->arena, "if (0 == %s)", parenthesised(lowering->arena, thread)), lower_origin(lowering, leaf), indent_lines(lowering->arena, body, "\t"));
}

const char *kernel_barrier(struct lowering *lowering, struct leaf *leaf)
{
	const struct kernel *kernel = lowering->state;
	if (kernel->in_function || (kernel->context == CONTEXT_ITEM && kernel_in_spine(kernel, D_PARALLEL)))
		unsupported_at(lowering->source, lower_offset(leaf), "a barrier here");
	if (kernel->context != CONTEXT_TEAM)
		return arena_strdup(lowering->arena, ";");
	return arena_printf(lowering->arena, "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);");
}

const char *kernel_flush(struct lowering *lowering, struct leaf *leaf)
{
	(void)leaf;
	return arena_strdup(lowering->arena, FENCE);
}

static bool in_critical(const struct leaf *leaf)
{
	for (leaf = leaf->outer; leaf; leaf = leaf->outer)
		if (leaf->kind == D_CRITICAL)
			return true;
	return false;
}

/* The locks are the device's, so all kernels and teams share them; criticals of different names may have one in common, which is
   why they cannot be nested. */
static int lock_number(const char *name)
{
	unsigned hash = 0;
	for (; name && *name; name++)
		hash = hash * 31 + (unsigned char)*name;
	return (int)(hash % LOCKS);
}

/* A work-item that waited in a loop of its own could keep the one that has the lock from going on, where both run in lockstep.  So
   the critical part is in the loop: who has the lock leaves it before anybody tries again. */
const char *kernel_critical(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct arena *arena = lowering->arena;
	enum kernel_context context = kernel->context;
	const char *waits = survey_free_name(lowering->survey, "waits"), *name = leaf->site->pragma->argument;
	if (kernel->in_function)
		unsupported_at(lowering->source, lower_offset(leaf), "'critical' in a function that is called");
	if (in_critical(leaf))
		unsupported_at(lowering->source, lower_offset(leaf), "'critical' in another");
	const char *lock = kernel_memory(kernel, MEMORY_LOCK, name && *name ? arena_printf(arena, "%s_lock", name) : "lock", "int", "sizeof(int)", lock_number(name));
	kernel->context = CONTEXT_ITEM;
	const char *body = lower_open_body(lowering, leaf);
	kernel->context = context;
	if (!body)
		return NULL;
	return arena_printf(arena, "/* %s */\nfor (int %s = 1; %s;) {\n\tif (atomic_cmpxchg(%s, 0, 1) == 0) { /* the lock was free */\n\t\t" FENCE "\n\t\t%s\n\t\t" FENCE
			    "\n\t\tatomic_xchg(%s, 0);\n\t\t%s = 0;\n\t}\n}", lower_origin(lowering, leaf), waits, waits, lock, indent_lines(arena, body, "\t\t"), lock, waits);
}

/* One work-item runs the iterations of such a loop (kernel_in_order), or each its own. */
const char *kernel_ordered(struct lowering *lowering, struct leaf *leaf)
{
	const struct kernel *kernel = lowering->state;
	if (kernel->in_function)
		unsupported_at(lowering->source, lower_offset(leaf), "'ordered' in a function that is called");
	return lower_body(lowering, leaf);
}

static bool has_ordered(const struct site *site)
{
	for (const struct site *child = site->children; child; child = child->next)
		if (child->leaves[0].kind == D_ORDERED || has_ordered(child))
			return true;
	return false;
}

bool kernel_in_order(const struct leaf *leaf)
{
	if (leaf->kind == D_SIMD && has_ordered(leaf->site)) /* ordered simd: its work-items are the lanes */
		return true;
	for (; leaf; leaf = leaf->inner)
		if (leaf_clause(leaf, C_ORDERED))
			return true;
	return false;
}
