// tool: tasks are created, scheduled and completed once each, dependences come with them, locks and taskwait are reported in pairs.
// expect: created 22 dependences 2 taskwait 1/1 taskgroup 1/1
// expect: locks 2/2/2 nested 1/1 made 2 destroyed 2
// expect: every task begun and completed
// expect: state and task are known
// reference: clang because gcc's library has no tools interface
// threads: 2 7
#include <omp-tools.h>
#include <omp.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int created, dependences, taskwait[2], taskgroup[2], lock[3], nested[2], made, destroyed, completed, begun, wrong;
static ompt_get_task_info_t get_task_info;
static ompt_get_state_t get_state;
static ompt_get_thread_data_t get_thread_data;

enum { TASK = 1000 };

static void task_create(ompt_data_t *outer, const ompt_frame_t *frame, ompt_data_t *task, int flags, int depends, const void *where)
{
	(void)outer, (void)frame, (void)depends, (void)where;
	if (flags & ompt_task_explicit) {
		created++;
		task->value = TASK;
	}
}

static void task_schedule(ompt_data_t *from, ompt_task_status_t status, ompt_data_t *to)
{
	if (to && to->value == TASK) {
		begun++;
		to->value = TASK + 1;
	}
	if (status == ompt_task_complete) {
		completed++;
		wrong += from->value != TASK + 1;
	}
}

static void report_dependences(ompt_data_t *task, const ompt_dependence_t *list, int count)
{
	(void)task;
	dependences++;
	wrong += count != 1 || !list[0].variable.ptr;
}

static void sync_region(ompt_sync_region_t kind, ompt_scope_endpoint_t end, ompt_data_t *region, ompt_data_t *task, const void *where)
{
	(void)region, (void)task, (void)where;
	if (kind == ompt_sync_region_taskwait)
		taskwait[end == ompt_scope_end]++;
	else if (kind == ompt_sync_region_taskgroup)
		taskgroup[end == ompt_scope_end]++;
}

static void lock_init(ompt_mutex_t kind, unsigned hint, unsigned implementation, ompt_wait_id_t id, const void *where)
{
	(void)kind, (void)hint, (void)implementation, (void)where;
	made++;
	wrong += id == 0;
}

static void lock_destroy(ompt_mutex_t kind, ompt_wait_id_t id, const void *where)
{
	(void)kind, (void)id, (void)where;
	destroyed++;
}

static int is_lock(ompt_mutex_t kind)
{
	return kind == ompt_mutex_lock || kind == ompt_mutex_nest_lock;
}

static void acquire(ompt_mutex_t kind, unsigned hint, unsigned implementation, ompt_wait_id_t id, const void *where)
{
	(void)hint, (void)implementation, (void)id, (void)where;
	lock[0] += is_lock(kind);
}

static void acquired(ompt_mutex_t kind, ompt_wait_id_t id, const void *where)
{
	(void)id, (void)where;
	lock[1] += is_lock(kind);
}

static void released(ompt_mutex_t kind, ompt_wait_id_t id, const void *where)
{
	(void)id, (void)where;
	lock[2] += is_lock(kind);
}

static void nest_lock(ompt_scope_endpoint_t end, ompt_wait_id_t id, const void *where)
{
	(void)id, (void)where;
	nested[end == ompt_scope_end]++;
}

static int initialise(ompt_function_lookup_t lookup, int device, ompt_data_t *data)
{
	ompt_set_callback_t set = (ompt_set_callback_t)lookup("ompt_set_callback");
	(void)device, (void)data;
	get_task_info = (ompt_get_task_info_t)lookup("ompt_get_task_info");
	get_state = (ompt_get_state_t)lookup("ompt_get_state");
	get_thread_data = (ompt_get_thread_data_t)lookup("ompt_get_thread_data");
#define SET(event, function) wrong += set(ompt_callback_##event, (ompt_callback_t)function) < ompt_set_sometimes
	SET(task_create, task_create);
	SET(task_schedule, task_schedule);
	SET(dependences, report_dependences);
	SET(sync_region, sync_region);
	SET(lock_init, lock_init);
	SET(lock_destroy, lock_destroy);
	SET(mutex_acquire, acquire);
	SET(mutex_acquired, acquired);
	SET(mutex_released, released);
	SET(nest_lock, nest_lock);
	return 1;
}

static void finalise(ompt_data_t *data)
{
	(void)data;
}

ompt_start_tool_result_t *ompt_start_tool(unsigned version, const char *runtime)
{
	static ompt_start_tool_result_t result = {initialise, finalise, {0}};
	return version > 0 && runtime ? &result : NULL;
}

int main(void)
{
	int x = 0, known = 0;
	omp_lock_t plain;
	omp_nest_lock_t nest;
	omp_init_lock(&plain);
	omp_init_nest_lock(&nest);
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < 20; i++) {
			#pragma omp task untied
			{
				int flags = 0;
				ompt_data_t *data = NULL;
				#pragma omp atomic
				known += get_task_info(0, &flags, &data, NULL, NULL, NULL) == 2 && (flags & ompt_task_explicit) && data->value == TASK + 1
					&& get_state(NULL) == ompt_state_work_parallel && get_thread_data();
			}
		}
		#pragma omp taskwait
		#pragma omp taskgroup
		{
			#pragma omp task depend(out: x)
			x = 1;
			#pragma omp task depend(in: x)
			known += x;
		}
		omp_set_lock(&plain);
		omp_unset_lock(&plain);
		omp_set_nest_lock(&nest);
		omp_set_nest_lock(&nest);
		omp_unset_nest_lock(&nest);
		omp_unset_nest_lock(&nest);
	}
	omp_destroy_lock(&plain);
	omp_destroy_nest_lock(&nest);
	printf("created %d dependences %d taskwait %d/%d taskgroup %d/%d\n", created, dependences, taskwait[0], taskwait[1], taskgroup[0],
		taskgroup[1]);
	printf("locks %d/%d/%d nested %d/%d made %d destroyed %d\n", lock[0] - nested[0], lock[1], lock[2], nested[0], nested[1], made,
		destroyed);
	puts(begun == 22 && completed == 22 && wrong == 0 ? "every task begun and completed" : "tasks lost");
	puts(known == 21 ? "state and task are known" : "unknown");
	return 0;
}
