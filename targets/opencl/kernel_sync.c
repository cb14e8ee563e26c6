/* kernel_sync.c - constructs that say which threads run something, and when (OpenMP 5.2, 10.5 and 15). */
#include "opencl_target.h"

#include "diagnostic.h"

#define FENCE "mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);"

enum { LOCKS = 64 }; /* PPCC_LOCKS in ppcc/opencl.h */

bool kernel_callers_differ(const struct kernel *kernel, const struct leaf *leaf)
{
	unsigned callers = kernel->callers & (CALLED_ALONE | CALLED_BY_TEAM);
	for (leaf = leaf->outer; leaf; leaf = leaf->outer)
		if (leaf->kind == D_PARALLEL)
			return false; /* the function's own, of one thread */
	return kernel->in_function && callers != CALLED_ALONE && callers != CALLED_BY_TEAM;
}

static bool in_critical(const struct leaf *leaf)
{
	for (leaf = leaf->outer; leaf; leaf = leaf->outer)
		if (leaf->kind == D_CRITICAL)
			return true;
	return false;
}

/* Whether a thread of a team is there by itself because it has a lock: its number still is what the team says. */
static bool is_in_critical_of_team(const struct kernel *kernel, const struct leaf *leaf)
{
	int parallel = 0;
	if (!in_critical(leaf))
		return false;
	for (leaf = leaf->outer; leaf; leaf = leaf->outer)
		parallel += leaf->kind == D_PARALLEL;
	return kernel->in_function ? parallel == 0 && (kernel->callers & CALLED_BY_TEAM) : parallel == 1;
}

const char *kernel_masked(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	enum kernel_context context = kernel->context;
	const struct clause *filter = leaf_clause(leaf, C_FILTER);
	const char *thread = filter ? lower_clause_expression(lowering, leaf->outer, leaf->site, filter->expression) : "0";
	bool of_team = context == CONTEXT_TEAM || is_in_critical_of_team(kernel, leaf);
	if (kernel_callers_differ(kernel, leaf))
		unsupported_at(lowering->source, lower_offset(leaf), "'masked' in a function that is called by one thread and by all, or from another file");
	kernel->context = CONTEXT_ITEM;
	const char *body = leaf->inner ? lower_leaf_checked(lowering, leaf->inner) : lower_open_body(lowering, leaf);
	kernel->context = context;
	if (!body)
		return NULL;
	return arena_printf(lowering->arena, "%s { /* %s */\n\t%s\n}", of_team ? arena_printf(lowering->arena, "if (get_local_id(0) == %s)", parenthesised(lowering->arena, thread))
			    : arena_printf(lowering->arena, "if (0 == %s)", parenthesised(lowering->arena, thread)), lower_origin(lowering, leaf), indent_lines(lowering->arena, body, "\t"));
}

const char *kernel_barrier(struct lowering *lowering, struct leaf *leaf)
{
	const struct kernel *kernel = lowering->state;
	if (kernel_callers_differ(kernel, leaf) || (!kernel->in_function && kernel->context == CONTEXT_ITEM && kernel_in_spine(kernel, D_PARALLEL)))
		unsupported_at(lowering->source, lower_offset(leaf), "%s", kernel->in_function ? "a barrier in a function that is called by one thread and by all, or from another file" : "a barrier here");
	if (kernel->context != CONTEXT_TEAM)
		return arena_strdup(lowering->arena, ";");
	return arena_printf(lowering->arena, "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);");
}

const char *kernel_flush(struct lowering *lowering, struct leaf *leaf)
{
	(void)leaf;
	return arena_strdup(lowering->arena, FENCE);
}

/* The locks that a critical construct takes: its own, and those of the ones inside it, of which the thread must not wait for one while
   it keeps another. */
struct locks {
	const char *names[LOCKS]; /* null: of those without a name */
	int numbers[LOCKS], count;
};

/* The locks are the device's, so all kernels and teams share them; criticals of different names may have one in common. */
static int lock_number(const char *name)
{
	unsigned hash = 0;
	for (; name && *name; name++)
		hash = hash * 31 + (unsigned char)*name;
	return (int)(hash % LOCKS);
}

static void add_locks(struct locks *locks, const struct site *site)
{
	if (site->leaves[0].kind == D_CRITICAL) {
		const char *name = site->pragma->argument;
		int number = lock_number(name), i = 0;
		while (i < locks->count && locks->numbers[i] != number)
			i++;
		locks->names[i] = name && *name ? name : NULL;
		locks->numbers[i] = number;
		locks->count += i == locks->count;
	}
	for (const struct site *child = site->children; child; child = child->next)
		add_locks(locks, child);
}

/* What the thread does that gets lock `i` and those after it. */
static const char *with_locks(struct kernel *kernel, const struct locks *locks, int i, const char *body)
{
	struct arena *arena = kernel->lowering->arena;
	const char *name = locks->names[i];
	if (i == locks->count)
		return body;
	const char *lock = kernel_memory(kernel, MEMORY_LOCK, name ? arena_printf(arena, "%s_lock", name) : "lock", "int", "sizeof(int)", locks->numbers[i]);
	return arena_printf(arena, "if (atomic_cmpxchg(%s, 0, 1) == 0) { /* %s */\n\t%s\n\tatomic_xchg(%s, 0);\n}", lock, i ? "and the one inside" : "the lock was free",
			    indent_lines(arena, with_locks(kernel, locks, i + 1, body), "\t"), lock);
}

/* A work-item that waited in a loop of its own could keep the one that has the lock from going on, where both run in lockstep.  So
   the critical part is in the loop: who has the lock leaves it before anybody tries again. */
const char *kernel_critical(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct arena *arena = lowering->arena;
	enum kernel_context context = kernel->context;
	struct locks locks = {.count = 0};
	const char *waits = survey_free_name(lowering->survey, "waits");
	if (kernel->offered)
		unsupported_at(lowering->source, lower_offset(leaf), "'critical' in a function that is called from another file");
	if (kernel->in_function && (kernel->callers & CALLED_IN_CRITICAL || kernel->callers == 0))
		unsupported_at(lowering->source, lower_offset(leaf), "'critical' in a function that is called in another");
	if (in_critical(leaf)) /* the thread has the lock */
		return lower_body(lowering, leaf);
	add_locks(&locks, leaf->site);
	kernel->context = CONTEXT_ITEM;
	const char *body = lower_open_body(lowering, leaf);
	kernel->context = context;
	if (!body)
		return NULL;
	body = with_locks(kernel, &locks, 0, arena_printf(arena, FENCE "\n%s\n" FENCE "\n%s = 0;", body, waits));
	return arena_printf(arena, "/* %s */\nfor (int %s = 1; %s;) {\n\t%s\n}", lower_origin(lowering, leaf), waits, waits, indent_lines(arena, body, "\t"));
}

/* One work-item runs the iterations of such a loop (kernel_in_order), or each its own. */
const char *kernel_ordered(struct lowering *lowering, struct leaf *leaf)
{
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
	if (leaf->kind == D_SIMD && (has_ordered(leaf->site) || leaf_clause(leaf, C_SAFELEN))) /* its work-items would be the lanes */
		return true;
	for (; leaf; leaf = leaf->inner)
		if (leaf_clause(leaf, C_ORDERED))
			return true;
	return false;
}
