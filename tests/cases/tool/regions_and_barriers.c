// tool: a first-party tool in the program counts threads, regions, implicit tasks, worksharing and barriers.
// expect[1]: parallel 3/3 implicit 3/3 loops 3/3 singles 1 barriers 6/6 waits 6/6 critical 1/1/1
// expect[2]: parallel 3/3 implicit 6/6 loops 6/6 singles 2 barriers 12/12 waits 12/12 critical 2/2/2
// expect[7]: parallel 3/3 implicit 21/21 loops 21/21 singles 7 barriers 42/42 waits 42/42 critical 7/7/7
// expect: data kept
// reference: clang because gcc's library has no tools interface
#include <omp-tools.h>
#include <omp.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_int parallel[2], implicit[2], loops[2], singles, barriers[2], waits[2], critical[3], wrong;

static void parallel_begin(ompt_data_t *task, const ompt_frame_t *frame, ompt_data_t *region, unsigned requested, int flags,
	const void *where)
{
	(void)task, (void)frame, (void)requested, (void)flags, (void)where;
	parallel[0]++;
	region->value = 4711;
}

static void parallel_end(ompt_data_t *region, ompt_data_t *task, int flags, const void *where)
{
	(void)task, (void)flags, (void)where;
	parallel[1]++;
	wrong += region->value != 4711;
}

static void implicit_task(ompt_scope_endpoint_t end, ompt_data_t *region, ompt_data_t *task, unsigned size, unsigned number, int flags)
{
	(void)size;
	if (flags & ompt_task_initial)
		return;
	if (end == ompt_scope_begin) {
		implicit[0]++;
		task->value = 100 + number;
		wrong += region->value != 4711;
	} else {
		implicit[1]++;
		wrong += task->value != 100 + number;
	}
}

static void work(ompt_work_t type, ompt_scope_endpoint_t end, ompt_data_t *region, ompt_data_t *task, uint64_t count, const void *where)
{
	(void)count, (void)where;
	wrong += region->value != 4711 || task->value < 100;
	if (type == ompt_work_single_executor || type == ompt_work_single_other)
		singles += end == ompt_scope_begin || end == ompt_scope_beginend;
	else if (type == ompt_work_loop_static || type == ompt_work_loop || type == ompt_work_loop_dynamic)
		loops[end == ompt_scope_end]++;
}

static void sync_region(ompt_sync_region_t kind, ompt_scope_endpoint_t end, ompt_data_t *region, ompt_data_t *task, const void *where)
{
	(void)region, (void)task, (void)where;
	if (kind == ompt_sync_region_barrier_explicit || kind == ompt_sync_region_barrier_implicit_workshare)
		barriers[end == ompt_scope_end]++;
}

static void sync_wait(ompt_sync_region_t kind, ompt_scope_endpoint_t end, ompt_data_t *region, ompt_data_t *task, const void *where)
{
	(void)region, (void)task, (void)where;
	if (kind == ompt_sync_region_barrier_explicit || kind == ompt_sync_region_barrier_implicit_workshare)
		waits[end == ompt_scope_end]++;
}

static void acquire(ompt_mutex_t kind, unsigned hint, unsigned implementation, ompt_wait_id_t lock, const void *where)
{
	(void)hint, (void)implementation, (void)lock, (void)where;
	critical[0] += kind == ompt_mutex_critical;
}

static void acquired(ompt_mutex_t kind, ompt_wait_id_t lock, const void *where)
{
	(void)lock, (void)where;
	critical[1] += kind == ompt_mutex_critical;
}

static void released(ompt_mutex_t kind, ompt_wait_id_t lock, const void *where)
{
	(void)lock, (void)where;
	critical[2] += kind == ompt_mutex_critical;
}

static int initialise(ompt_function_lookup_t lookup, int device, ompt_data_t *data)
{
	ompt_set_callback_t set = (ompt_set_callback_t)lookup("ompt_set_callback");
	(void)device;
	data->value = 99;
#define SET(event, function) set(ompt_callback_##event, (ompt_callback_t)function)
	SET(parallel_begin, parallel_begin);
	SET(parallel_end, parallel_end);
	SET(implicit_task, implicit_task);
	SET(work, work);
	SET(sync_region, sync_region);
	SET(sync_region_wait, sync_wait);
	SET(mutex_acquire, acquire);
	SET(mutex_acquired, acquired);
	SET(mutex_released, released);
	return 1;
}

static void finalise(ompt_data_t *data)
{
	printf("parallel %d/%d implicit %d/%d loops %d/%d singles %d barriers %d/%d waits %d/%d critical %d/%d/%d\n", parallel[0],
		parallel[1], implicit[0], implicit[1], loops[0], loops[1], singles, barriers[0], barriers[1], waits[0], waits[1], critical[0],
		critical[1], critical[2]);
	puts(wrong == 0 && data->value == 99 ? "data kept" : "data lost");
	fflush(stdout);
}

ompt_start_tool_result_t *ompt_start_tool(unsigned version, const char *runtime)
{
	static ompt_start_tool_result_t result = {initialise, finalise, {0}};
	return version > 0 && runtime ? &result : NULL;
}

int main(void)
{
	int sum = 0;
	#pragma omp parallel
	{
		#pragma omp for
		for (int i = 0; i < 10; i++) {
			#pragma omp atomic
			sum += i;
		}
		#pragma omp barrier
	}
	#pragma omp parallel
	{
		#pragma omp for schedule(dynamic)
		for (int i = 0; i < 10; i++) {
			#pragma omp atomic
			sum += i;
		}
		#pragma omp single
		sum++;
		#pragma omp for schedule(static, 3) nowait
		for (int i = 0; i < 10; i++) {
			#pragma omp atomic
			sum += i;
		}
		#pragma omp barrier
		#pragma omp critical
		sum++;
	}
	#pragma omp parallel
	{
		#pragma omp barrier
	}
	return sum < 0;
}
