/* target.c - the pthread target: which directives it lowers, and which clauses each honours. */
#include "pthread_target.h"

#define ATOMIC_CLAUSES "read write update capture compare weak fail seq_cst acq_rel acquire release relaxed hint"

const struct target pthread_target = {
	.name = "pthread",
	.summary = "POSIX threads and a small runtime library",
	.include = "#include <ppcc/pthread.h>",
	.rows = {
		[D_PARALLEL] = {lower_parallel,
				"if num_threads default private firstprivate shared copyin reduction proc_bind allocate message severity"},
		[D_FOR] = {lower_for, "private firstprivate lastprivate linear reduction schedule collapse ordered nowait allocate order bind"},
		[D_LOOP] = {lower_for, "bind collapse lastprivate order private reduction"},
		[D_SCOPE] = {lower_scope, "private firstprivate reduction allocate nowait"},
		[D_SECTIONS] = {lower_sections, "private firstprivate lastprivate reduction allocate nowait"},
		[D_SECTION] = {lower_section, ""},
		[D_SINGLE] = {lower_single, "private firstprivate allocate copyprivate nowait"},
		[D_TEAMS] = {lower_teams, "if num_teams thread_limit default private firstprivate shared reduction allocate"},
		[D_DISTRIBUTE] = {lower_distribute,
				  "private firstprivate lastprivate collapse dist_schedule allocate order bind reduction"},
		[D_MASTER] = {lower_master, ""},
		[D_MASKED] = {lower_masked, "filter"},
		[D_CRITICAL] = {lower_critical, "hint"},
		[D_ATOMIC] = {lower_atomic, ATOMIC_CLAUSES},
		[D_ORDERED] = {lower_ordered, "threads simd"},
		[D_SIMD] = {lower_simd, "if safelen simdlen linear aligned private lastprivate reduction collapse nontemporal order bind"},
		[D_TASK] = {lower_task, "if final untied default mergeable private firstprivate shared priority allocate in_reduction depend affinity"},
		[D_TASKGROUP] = {lower_taskgroup, "allocate task_reduction"},
		[D_TASKLOOP] = {lower_taskloop, "if final untied mergeable private firstprivate lastprivate shared default collapse "
						"grainsize num_tasks nogroup priority reduction in_reduction allocate"},
		[D_BARRIER] = {lower_barrier, ""},
		[D_TASKWAIT] = {lower_taskwait, "depend nowait"},
		[D_CANCEL] = {lower_cancel, "parallel for sections taskgroup if"},
		[D_CANCELLATION_POINT] = {lower_cancel, "parallel for sections taskgroup"},
		[D_TASKYIELD] = {lower_taskyield, ""},
		[D_FLUSH] = {lower_flush, "seq_cst acq_rel acquire release"},
		[D_ALLOCATE] = {lower_threadprivate, "allocator align"},
		[D_THREADPRIVATE] = {lower_threadprivate, ""},
		[D_DECLARE_SIMD] = {lower_declare_simd, "simdlen linear aligned uniform inbranch notinbranch"},
		[D_TARGET] = {lower_target, "if device private firstprivate map is_device_ptr has_device_addr nowait allocate"},
		[D_ERROR] = {lower_error, "at message severity"},
		[D_ASSUME] = {lower_assume, "holds absent contains no_openmp no_openmp_constructs no_openmp_routines no_parallelism"},
		[D_ASSUMES] = {lower_nothing, "holds absent contains no_openmp no_openmp_constructs no_openmp_routines no_parallelism"},
		[D_UNROLL] = {lower_unroll, "full partial"},
		[D_METADIRECTIVE] = {lower_nothing, "when otherwise"}, /* none is left when constructs are lowered */
		[D_BEGIN_METADIRECTIVE] = {lower_nothing, "when otherwise"},
		[D_END_METADIRECTIVE] = {lower_nothing, ""},
		[D_NOTHING] = {lower_nothing, ""},
		[D_REQUIRES] = {lower_requires,
				"atomic_default_mem_order unified_address unified_shared_memory reverse_offload dynamic_allocators"},
		[D_DECLARE_REDUCTION] = {lower_declare_reduction, "initializer"},
	},
};
