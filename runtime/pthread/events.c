#include "events.h"

#include "../common/context.h"

#include <stdlib.h>
#include <string.h>

int ppcc_watches_loops;

/* What the tool may ask about the calling thread (19.6.1.4, 19.6.1.12). */
static _Thread_local struct {
	ompt_data_t data;
	ompt_state_t state;
	ompt_wait_id_t wait;
} thread;

static ompt_wait_id_t wait_id(const void *lock)
{
	return (ompt_wait_id_t)(uintptr_t)lock;
}

/* Of an explicit task, or of the implicit or initial one that `me` runs. */
static struct task_watch *watch_of(struct member *me, struct task *task)
{
	return (task->bits & TASK_EXPLICIT) ? (struct task_watch *)(void *)((char *)task - LINE) : &me->watch;
}

static struct task_watch *current(struct member *me)
{
	return watch_of(me, me->task);
}

static void set_state(ompt_state_t state, const void *lock)
{
	thread.state = state;
	thread.wait = wait_id(lock);
}

static void set_working(const struct member *me)
{
	set_state(me->team->active_level > 0 ? ompt_state_work_parallel : ompt_state_work_serial, NULL);
}

/* ------------------------------------------------------------------------------------------- threads and regions */

void ppcc_event_thread_begin(ompt_thread_t type)
{
	thread.data.value = 0;
	set_state(type == ompt_thread_worker ? ompt_state_idle : ompt_state_work_serial, NULL);
	if (ppcc_tool.on.thread_begin)
		ppcc_tool.on.thread_begin(type, &thread.data);
}

void ppcc_event_thread_end(void)
{
	if (ppcc_tool.on.thread_end)
		ppcc_tool.on.thread_end(&thread.data);
}

void ppcc_event_parallel_begin(struct member *outer, struct team *team, int requested, int flags, const void *caller)
{
	struct task_watch *task = current(outer);
	ppcc_event_work_end(outer);
	team->watch.value = 0;
	if (requested == 0)
		requested = outer->task->icv->threads; /* no num_threads clause */
	task->frame.enter_frame.ptr = __builtin_frame_address(0);
	task->frame.enter_frame_flags = ompt_frame_runtime | ompt_frame_framepointer;
	if (ppcc_tool.on.parallel_begin)
		ppcc_tool.on.parallel_begin(&task->data, &task->frame, &team->watch, (unsigned)requested,
			flags | ompt_parallel_invoker_runtime, caller);
}

void ppcc_event_parallel_end(struct member *outer, struct team *team, int flags, const void *caller)
{
	struct task_watch *task = current(outer);
	task->frame.enter_frame.ptr = NULL;
	set_working(outer);
	if (ppcc_tool.on.parallel_end)
		ppcc_tool.on.parallel_end(&team->watch, &task->data, flags | ompt_parallel_invoker_runtime, caller);
}

void ppcc_event_implicit_begin(struct member *me)
{
	bool initial = !me->team->outer;
	me->watch = (struct task_watch){.flags = initial ? ompt_task_initial : ompt_task_implicit};
	me->watch.frame.exit_frame.ptr = initial ? NULL : __builtin_frame_address(0);
	me->watch.frame.exit_frame_flags = ompt_frame_runtime | ompt_frame_framepointer;
	me->work = 0;
	set_working(me);
	if (ppcc_tool.on.implicit_task)
		ppcc_tool.on.implicit_task(ompt_scope_begin, &me->team->watch, &me->watch.data, (unsigned)me->self.team_size,
			initial ? 1 : (unsigned)me->self.number, me->watch.flags);
}

void ppcc_event_implicit_end(struct member *me)
{
	bool initial = !me->team->outer;
	ppcc_event_work_end(me);
	if (ppcc_tool.on.implicit_task)
		ppcc_tool.on.implicit_task(ompt_scope_end, initial ? &me->team->watch : NULL, &me->watch.data,
			initial ? 1 : (unsigned)me->self.team_size, initial ? 1 : (unsigned)me->self.number, me->watch.flags);
	set_state(ompt_state_idle, NULL);
}

/* ------------------------------------------------------------------------------------------- tasks */

void ppcc_event_task_create(struct member *me, struct task *task, int flags, bool depends, const void *caller)
{
	struct task_watch *outer = current(me), *new = watch_of(me, task);
	*new = (struct task_watch){.flags = ompt_task_explicit};
	if ((flags & PPCC_TASK_UNDEFERRED) || me->self.team_size == 1)
		new->flags |= ompt_task_undeferred;
	if (flags & PPCC_TASK_UNTIED)
		new->flags |= ompt_task_untied;
	if (flags & PPCC_TASK_MERGEABLE)
		new->flags |= ompt_task_mergeable;
	if (task->bits & TASK_IS_FINAL)
		new->flags |= ompt_task_final;
	if (ppcc_tool.on.task_create)
		ppcc_tool.on.task_create(&outer->data, &outer->frame, &new->data, new->flags, depends, caller);
}

void ppcc_event_task_switch(struct member *me, struct task *from, ompt_task_status_t status, struct task *to)
{
	struct task_watch *next = watch_of(me, to);
	if (status == ompt_task_switch) {
		next->frame.exit_frame.ptr = __builtin_frame_address(0);
		next->frame.exit_frame_flags = ompt_frame_runtime | ompt_frame_framepointer;
		next->state = (int)thread.state;
		set_working(me);
	} else {
		thread.state = (ompt_state_t)watch_of(me, from)->state;
	}
	if (ppcc_tool.on.task_schedule)
		ppcc_tool.on.task_schedule(&watch_of(me, from)->data, status, &next->data);
}

void ppcc_event_dependences(struct task *task, const struct ppcc_depend *depends, int count)
{
	static const ompt_dependence_type_t types[] = {
		[PPCC_DEPEND_IN] = ompt_dependence_type_in,
		[PPCC_DEPEND_OUT] = ompt_dependence_type_inout,
		[PPCC_DEPEND_MUTEX] = ompt_dependence_type_mutexinoutset,
		[PPCC_DEPEND_INOUTSET] = ompt_dependence_type_inoutset,
	};
	if (!ppcc_tool.on.dependences)
		return;
	ompt_dependence_t *list = calloc((size_t)count, sizeof *list);
	if (!list)
		return;
	for (int i = 0; i < count; i++) {
		list[i].variable.ptr = (void *)(uintptr_t)depends[i].address;
		list[i].dependence_type = depends[i].address ? types[depends[i].kind] : ompt_dependence_type_inout_all_memory;
	}
	ppcc_tool.on.dependences(&watch_of(NULL, task)->data, list, count);
	free(list);
}

void ppcc_event_dependence(struct task *source, struct task *sink)
{
	if (ppcc_tool.on.task_dependence)
		ppcc_tool.on.task_dependence(&watch_of(NULL, source)->data, &watch_of(NULL, sink)->data);
}

/* ------------------------------------------------------------------------------------------- waiting */

static ompt_state_t state_of(ompt_sync_region_t kind)
{
	switch (kind) {
	case ompt_sync_region_taskwait: return ompt_state_wait_taskwait;
	case ompt_sync_region_taskgroup: return ompt_state_wait_taskgroup;
	case ompt_sync_region_reduction: return ompt_state_work_reduction;
	case ompt_sync_region_barrier_implicit_workshare: return ompt_state_wait_barrier_implicit_workshare;
	case ompt_sync_region_barrier_implicit_parallel: return ompt_state_wait_barrier_implicit_parallel;
	default: return ompt_state_wait_barrier_explicit;
	}
}

void ppcc_event_region(struct member *me, ompt_sync_region_t kind, ompt_scope_endpoint_t endpoint, const void *caller)
{
	bool reduces = kind == ompt_sync_region_reduction;
	ompt_callback_sync_region_t report = reduces ? ppcc_tool.on.reduction : ppcc_tool.on.sync_region;
	if (report)
		report(kind, endpoint, &me->team->watch, &current(me)->data, caller);
}

static void report_wait(struct member *me, ompt_sync_region_t kind, ompt_scope_endpoint_t endpoint, const void *caller)
{
	if (ppcc_tool.on.sync_region_wait && kind != ompt_sync_region_reduction)
		ppcc_tool.on.sync_region_wait(kind, endpoint, &me->team->watch, &current(me)->data, caller);
}

void ppcc_event_sync_begin(struct member *me, ompt_sync_region_t kind, const void *caller)
{
	ppcc_event_work_end(me);
	if (kind != ompt_sync_region_taskgroup)
		ppcc_event_region(me, kind, ompt_scope_begin, caller);
	report_wait(me, kind, ompt_scope_begin, caller);
	set_state(state_of(kind), NULL);
}

void ppcc_event_sync_end(struct member *me, ompt_sync_region_t kind, const void *caller)
{
	report_wait(me, kind, ompt_scope_end, caller);
	ppcc_event_region(me, kind, ompt_scope_end, caller);
	set_working(me);
}

ompt_sync_region_t ppcc_event_barrier_begin(struct member *me, const void *caller)
{
	ompt_sync_region_t kind = me->work ? ompt_sync_region_barrier_implicit_workshare : ompt_sync_region_barrier_explicit;
	ppcc_event_sync_begin(me, kind, caller);
	me->work = 0;
	return kind;
}

/* ------------------------------------------------------------------------------------------- worksharing */

/* member.work: the type of the construct that has begun.  Added: its end is not reported by the generated code; it has
   ended, just now. */
enum { WORK_TYPE = 0xff, WORK_OPEN_ENDED = 0x100, WORK_ENDED = 0x200 };

static void report_work(struct member *me, ompt_scope_endpoint_t endpoint, const void *caller)
{
	if (ppcc_tool.on.work)
		ppcc_tool.on.work((ompt_work_t)(me->work & WORK_TYPE), endpoint, &me->team->watch, &current(me)->data, me->work_count, caller);
}

void ppcc_event_work_begin(struct member *me, ompt_work_t type, ppcc_count count, const void *caller)
{
	ppcc_event_work_end(me);
	me->work = (int)type;
	me->work_count = count;
	report_work(me, ompt_scope_begin, caller);
}

void ppcc_event_work_end(struct member *me)
{
	if (me->work == 0 || (me->work & WORK_ENDED))
		return;
	report_work(me, ompt_scope_end, NULL);
	me->work |= WORK_ENDED;
}

void ppcc_event_chunk(struct member *me, const struct ppcc_loop *loop)
{
	ompt_dispatch_chunk_t chunk = {loop->begin, loop->end - loop->begin};
	if (ppcc_tool.on.dispatch)
		ppcc_tool.on.dispatch(&me->team->watch, &current(me)->data,
			(me->work & WORK_TYPE) == ompt_work_sections ? ompt_dispatch_section : ompt_dispatch_ws_loop_chunk, (ompt_data_t){.ptr = &chunk});
}

void ppcc_event_single(struct member *me, bool executes, const void *caller)
{
	ppcc_event_work_begin(me, executes ? ompt_work_single_executor : ompt_work_single_other, 1, caller);
	if (executes)
		me->work |= WORK_OPEN_ENDED;
	else
		ppcc_event_work_end(me);
}

void ppcc_watch_loop(struct ppcc_thread *self, ppcc_count count)
{
	struct member *me = member_of(self);
	if (me->work && !(me->work & (WORK_OPEN_ENDED | WORK_ENDED)))
		return; /* ppcc_for_begin has reported this loop */
	ppcc_event_work_begin(me, ompt_work_loop_static, count, CALLER);
	me->work |= WORK_OPEN_ENDED;
}

/* ------------------------------------------------------------------------------------------- mutual exclusion */

static ompt_state_t state_for(ompt_mutex_t kind)
{
	switch (kind) {
	case ompt_mutex_critical: return ompt_state_wait_critical;
	case ompt_mutex_atomic: return ompt_state_wait_atomic;
	case ompt_mutex_ordered: return ompt_state_wait_ordered;
	default: return ompt_state_wait_lock;
	}
}

void ppcc_event_acquire(ompt_mutex_t kind, const void *lock, const void *caller)
{
	set_state(state_for(kind), lock);
	if (ppcc_tool.on.mutex_acquire)
		ppcc_tool.on.mutex_acquire(kind, omp_sync_hint_none, 1, wait_id(lock), caller);
}

void ppcc_event_acquired(ompt_mutex_t kind, const void *lock, const void *caller)
{
	set_working(ppcc_member());
	if (ppcc_tool.on.mutex_acquired)
		ppcc_tool.on.mutex_acquired(kind, wait_id(lock), caller);
}

void ppcc_event_released(ompt_mutex_t kind, const void *lock, const void *caller)
{
	if (ppcc_tool.on.mutex_released)
		ppcc_tool.on.mutex_released(kind, wait_id(lock), caller);
}

void ppcc_event_nested(ompt_mutex_t kind, ompt_scope_endpoint_t endpoint, bool changes, const void *lock, const void *caller)
{
	if (!changes && ppcc_tool.on.nest_lock)
		ppcc_tool.on.nest_lock(endpoint, wait_id(lock), caller);
	if (endpoint == ompt_scope_begin && changes)
		ppcc_event_acquired(kind, lock, caller);
	else if (endpoint == ompt_scope_begin)
		set_working(ppcc_member());
	else if (changes)
		ppcc_event_released(kind, lock, caller);
}

void ppcc_event_lock_init(ompt_mutex_t kind, const void *lock, const void *caller)
{
	if (ppcc_tool.on.lock_init)
		ppcc_tool.on.lock_init(kind, omp_sync_hint_none, 1, wait_id(lock), caller);
}

void ppcc_event_lock_destroy(ompt_mutex_t kind, const void *lock, const void *caller)
{
	if (ppcc_tool.on.lock_destroy)
		ppcc_tool.on.lock_destroy(kind, wait_id(lock), caller);
}

/* ------------------------------------------------------------------------------------------- the rest */

void ppcc_event_flush(const void *caller)
{
	if (ppcc_tool.on.flush)
		ppcc_tool.on.flush(&thread.data, caller);
}

void ppcc_event_cancel(struct member *me, int flags, const void *caller)
{
	if (ppcc_tool.on.cancel)
		ppcc_tool.on.cancel(&current(me)->data, flags, caller);
}

void ppcc_event_error(bool fatal, const char *message, const void *caller)
{
	if (ppcc_tool.on.error)
		ppcc_tool.on.error(fatal ? ompt_fatal : ompt_warning, message, message ? strlen(message) : 0, caller);
}

/* ------------------------------------------------------------------------------------------- entry points (19.6.1) */

static ompt_data_t *get_thread_data(void)
{
	return ppcc_current ? &thread.data : NULL;
}

static int get_state(ompt_wait_id_t *wait)
{
	if (wait)
		*wait = ppcc_current ? thread.wait : ompt_wait_id_none;
	return ppcc_current ? (int)thread.state : (int)ompt_state_undefined;
}

static int get_parallel_info(int level, ompt_data_t **data, int *size)
{
	struct member *member = ppcc_current;
	while (member && level-- > 0)
		member = member->team->outer;
	if (!member)
		return 0;
	if (data)
		*data = &member->team->watch;
	if (size)
		*size = member->self.team_size;
	return 2;
}

static int get_task_info(int level, int *flags, ompt_data_t **data, ompt_frame_t **frame, ompt_data_t **parallel, int *number)
{
	struct member *member = ppcc_current;
	struct task *task = member ? member->task : NULL;
	while (task && level-- > 0) {
		if (task->bits & TASK_EXPLICIT) {
			task = task->parent;
			continue;
		}
		member = member->team->outer;
		task = member ? member->task : NULL;
	}
	if (!task)
		return 0;
	struct task_watch *watch = watch_of(member, task);
	if (flags)
		*flags = watch->flags;
	if (data)
		*data = &watch->data;
	if (frame)
		*frame = &watch->frame;
	if (parallel)
		*parallel = &member->team->watch;
	if (number)
		*number = member->self.number;
	return 2;
}

static ompt_interface_fn_t lookup(const char *name)
{
	if (strcmp(name, "ompt_get_thread_data") == 0)
		return (ompt_interface_fn_t)get_thread_data;
	if (strcmp(name, "ompt_get_state") == 0)
		return (ompt_interface_fn_t)get_state;
	if (strcmp(name, "ompt_get_parallel_info") == 0)
		return (ompt_interface_fn_t)get_parallel_info;
	if (strcmp(name, "ompt_get_task_info") == 0)
		return (ompt_interface_fn_t)get_task_info;
	return ppcc_tool_entry(name);
}

/* ------------------------------------------------------------------------------------------- start and end */

/* The program ends: so do the workers of the initial thread, where it is the one that ends the program. */
static void finish(void)
{
	struct member *me = ppcc_current;
	if (ppcc_tool.active && me && !me->team->outer) {
		if (me->inner)
			ppcc_team_free(me->inner);
		me->inner = NULL;
		ppcc_event_implicit_end(me);
		ppcc_event_thread_end();
	}
	ppcc_tool_finish();
}

void ppcc_events_start(void)
{
	ppcc_tool_start(lookup);
	if (!ppcc_tool.active)
		return;
	atexit(finish);
	ppcc_member(); /* the initial thread begins */
	ppcc_watches_loops = 1;
}
