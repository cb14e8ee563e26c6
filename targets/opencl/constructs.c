/* constructs.c - what becomes of constructs inside a kernel. */
#include "opencl_target.h"

#include "diagnostic.h"

/* A leaf of the spine that spreads no loop: its copies are the work-item's. */
static const char *lower_spread(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct text lines = {0};
	int index = kernel_spine_index(kernel, leaf);
	if (leaf->kind == D_TARGET && leaf != kernel->target) {
		unsupported_at(lowering->source, lower_offset(leaf), "a target region that the device asks the host for");
		return NULL;
	}
	if (index < 0)
		return kernel_block(lowering, leaf);
	kernel_copies(kernel, leaf, &lines);
	const char *body = index + 1 < kernel->depth ? lower_leaf_checked(lowering, kernel->spine[index + 1]) : lower_open_body(lowering, leaf);
	if (body)
		add_line(&lines, "%s", body);
	kernel_free_copies(kernel, leaf, &lines);
	const char *result = body ? arena_strndup(lowering->arena, lines.data, lines.length) : NULL;
	text_release(&lines);
	return result;
}

/* Loops: in the spine they are spread. */
static const char *lower_loops(struct lowering *lowering, struct leaf *leaf)
{
	return kernel_spine_index(lowering->state, leaf) >= 0 ? kernel_loops(lowering, leaf) : kernel_block(lowering, leaf);
}

static const char *lower_beside(struct lowering *lowering, struct leaf *leaf)
{
	return kernel_block(lowering, leaf);
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
		[D_TARGET] = {lower_spread, "default if device private firstprivate map is_device_ptr has_device_addr nowait allocate depend defaultmap thread_limit uses_allocators in_reduction"},
		[D_TEAMS] = {lower_spread, COPIES "num_teams thread_limit if"},
		[D_PARALLEL] = {lower_spread, COPIES "num_threads proc_bind if"},
		[D_DISTRIBUTE] = {lower_loops, COPIES "lastprivate collapse dist_schedule order bind"},
		[D_FOR] = {lower_loops, COPIES "lastprivate linear collapse schedule order ordered nowait bind"},
		[D_LOOP] = {lower_loops, COPIES "lastprivate collapse order bind"},
		[D_SECTIONS] = {lower_beside, COPIES "lastprivate nowait"},
		[D_SCOPE] = {lower_beside, COPIES "nowait"},
		[D_TASK] = {lower_beside, "if final untied default mergeable private firstprivate shared priority allocate depend affinity in_reduction"},
		[D_TASKLOOP] = {lower_beside, "if final untied mergeable private firstprivate lastprivate shared default collapse allocate grainsize num_tasks nogroup priority reduction in_reduction"},
		[D_TASKGROUP] = {lower_plain, "allocate task_reduction"},
		[D_TASKWAIT] = {lower_away, "depend nowait"},
		[D_TASKYIELD] = {lower_away, ""},
		[D_SINGLE] = {lower_beside, "private firstprivate copyprivate allocate nowait"},
		[D_CANCEL] = {lower_away, "parallel for sections taskgroup if"}, /* devices have no cancellation: omp_get_cancellation() is 0 */
		[D_CANCELLATION_POINT] = {lower_away, "parallel for sections taskgroup"},
		[D_MASKED] = {kernel_masked, "filter"},
		[D_MASTER] = {kernel_masked, ""},
		[D_CRITICAL] = {kernel_critical, "hint"},
		[D_ORDERED] = {kernel_ordered, "threads simd"},
		[D_ORDERED_ALONE] = {lower_away, "depend doacross"},
		[D_FLUSH] = {kernel_flush, "acq_rel acquire release seq_cst"},
		[D_SIMD] = {lower_loops, COPIES "if safelen simdlen linear aligned lastprivate collapse nontemporal order bind"},
		[D_ATOMIC] = {kernel_atomic, "read write update capture compare fail weak seq_cst acq_rel acquire release relaxed hint memscope"},
		[D_BARRIER] = {kernel_barrier, ""},
		[D_UNROLL] = {lower_plain, "full partial"},
		[D_ASSUME] = {lower_plain, "holds absent contains no_openmp no_openmp_constructs no_openmp_routines no_parallelism"},
		[D_ALLOCATE] = {kernel_allocate, "allocator align"},
		[D_NOTHING] = {lower_away, ""},
	},
};
