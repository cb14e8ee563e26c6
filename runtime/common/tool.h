/*
 * tool.h - the program's first-party tool (OpenMP 5.2, 19): how it is found, and the callbacks it has registered.
 *
 * Without a tool the runtime pays one look at `active` for each event.  ppcc_tool is written while the runtime starts,
 * before any region, by the tool's ompt_set_callback, and when the tool ends.
 */
#ifndef PPCC_TOOL_H
#define PPCC_TOOL_H

#include <stdbool.h>

#include <omp-tools.h>

/* EVENT(name, whose signature its callback has, how often it is reported): the events that this runtime reports. */
#define PPCC_TOOL_EVENTS(EVENT) \
	EVENT(thread_begin, thread_begin, always) \
	EVENT(thread_end, thread_end, always) \
	EVENT(parallel_begin, parallel_begin, always) \
	EVENT(parallel_end, parallel_end, always) \
	EVENT(implicit_task, implicit_task, always) \
	EVENT(task_create, task_create, always) \
	EVENT(task_schedule, task_schedule, always) \
	EVENT(dependences, dependences, always) \
	EVENT(task_dependence, task_dependence, sometimes) \
	EVENT(work, work, sometimes_paired) \
	EVENT(dispatch, dispatch, sometimes) \
	EVENT(sync_region, sync_region, always) \
	EVENT(sync_region_wait, sync_region, always) \
	EVENT(reduction, sync_region, always) \
	EVENT(lock_init, mutex_acquire, always) \
	EVENT(lock_destroy, mutex, always) \
	EVENT(mutex_acquire, mutex_acquire, always) \
	EVENT(mutex_acquired, mutex, always) \
	EVENT(mutex_released, mutex, always) \
	EVENT(nest_lock, nest_lock, always) \
	EVENT(flush, flush, always) \
	EVENT(cancel, cancel, sometimes) \
	EVENT(control_tool, control_tool, always) \
	EVENT(error, error, always)

struct ppcc_tool {
	bool active;
	ompt_start_tool_result_t *result; /* what the tool's ompt_start_tool returned; null: there is no tool */
	struct {
#define EVENT(name, signature, how) ompt_callback_##signature##_t name;
		PPCC_TOOL_EVENTS(EVENT)
#undef EVENT
	} on; /* null: not registered */
};

extern struct ppcc_tool ppcc_tool;

static inline bool ppcc_watched(void)
{
	return __builtin_expect(ppcc_tool.active, 0);
}

/* Looks for a tool (19.2.2) and initialises it.  lookup finds the entry points that the runtime offers. */
void ppcc_tool_start(ompt_function_lookup_t lookup);
/* Ends the tool; no event is reported afterwards. */
void ppcc_tool_finish(void);

/* The entry points that need no knowledge of threads and tasks; null: not one of them. */
ompt_interface_fn_t ppcc_tool_entry(const char *name);

#endif
