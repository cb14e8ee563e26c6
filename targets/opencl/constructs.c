/* constructs.c - what becomes of constructs inside a kernel. */
#include "opencl_target.h"

#include "diagnostic.h"

#include <string.h>

int kernel_spine_index(const struct kernel *kernel, const struct leaf *leaf)
{
	for (int i = 0; i < kernel->depth; i++)
		if (kernel->spine[i] == leaf)
			return i;
	return -1;
}

/* A leaf of the spine that spreads no loop: its copies are the work-item's. */
static const char *lower_spread(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct text lines = {0};
	int index = kernel_spine_index(kernel, leaf);
	if (index < 0) {
		unsupported_at(lowering->source, lower_offset(leaf), "'%s' beside other code", directive_rows[leaf->kind].spelling);
		return NULL;
	}
	kernel_copies(kernel, leaf, &lines);
	const char *body = index + 1 < kernel->depth ? lower_leaf_checked(lowering, kernel->spine[index + 1]) : lower_open_body(lowering, leaf);
	if (body)
		add_line(&lines, "%s", body);
	const char *result = body ? arena_strndup(lowering->arena, lines.data, lines.length) : NULL;
	text_release(&lines);
	return result;
}

/* Loops: in the spine they are spread; elsewhere the work-item runs them all. */
static const char *lower_loops(struct lowering *lowering, struct leaf *leaf)
{
	if (kernel_spine_index(lowering->state, leaf) >= 0)
		return kernel_loops(lowering, leaf);
	unsupported_at(lowering->source, lower_offset(leaf), "'%s' beside other code", directive_rows[leaf->kind].spelling);
	return NULL;
}

/* simd beside the spine: the loops as they are, with copies of what is private. */
static const char *lower_simd_in_item(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct text lines = {0};
	if (kernel_spine_index(kernel, leaf) >= 0)
		return kernel_loops(lowering, leaf);
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->sharing == SHARING_PRIVATE && !share->last && !leaf_declares(leaf, share->variable))
			add_line(&lines, "\t%s;", ctype_declare(lowering->arena, share->variable->type, share->variable->name));
	const char *body = lower_body(lowering, leaf);
	const char *result = !lines.length || !body ? body
		: arena_printf(lowering->arena, "{\n%s\n\t%s\n}", lines.data, indent_lines(lowering->arena, body, "\t"));
	text_release(&lines);
	return result;
}

static const char *lower_kernel_barrier(struct lowering *lowering, struct leaf *leaf)
{
	(void)leaf;
	return arena_printf(lowering->arena, "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);");
}

static const char *lower_plain(struct lowering *lowering, struct leaf *leaf)
{
	return lower_body(lowering, leaf);
}

static const char *lower_away(struct lowering *lowering, struct leaf *leaf)
{
	(void)leaf;
	return arena_strdup(lowering->arena, ";");
}

#define COPIES "private firstprivate shared default reduction allocate "

const struct target opencl_kernel_rows = {
	.name = "opencl",
	.rows = {
		[D_TARGET] = {lower_spread, "if device private firstprivate map is_device_ptr has_device_addr nowait allocate depend defaultmap thread_limit uses_allocators"},
		[D_TEAMS] = {lower_spread, COPIES "num_teams thread_limit"},
		[D_PARALLEL] = {lower_spread, COPIES "num_threads proc_bind if"},
		[D_DISTRIBUTE] = {lower_loops, COPIES "lastprivate collapse dist_schedule order bind"},
		[D_FOR] = {lower_loops, COPIES "lastprivate collapse schedule order nowait bind"},
		[D_LOOP] = {lower_loops, COPIES "lastprivate collapse order bind"},
		[D_SIMD] = {lower_simd_in_item, COPIES "if safelen simdlen linear aligned lastprivate collapse nontemporal order bind"},
		[D_BARRIER] = {lower_kernel_barrier, ""},
		[D_UNROLL] = {lower_plain, "full partial"},
		[D_ASSUME] = {lower_plain, "holds absent contains no_openmp no_openmp_constructs no_openmp_routines no_parallelism"},
		[D_NOTHING] = {lower_away, ""},
	},
};
