/*
 * events.h - what the pthread runtime reports to a first-party tool (OpenMP 5.2, 19.5).
 *
 * Every function here is called only after ppcc_watched(), by the thread that meets the event.  caller: an address in the
 * code that the construct became, null where it is not known.
 */
#ifndef PPCC_PTHREAD_EVENTS_H
#define PPCC_PTHREAD_EVENTS_H

#include "../common/tool.h"
#include "team.h"

#define CALLER __builtin_return_address(0)

/* Looks for a tool and starts it; called once, when the runtime has read the environment. */
void ppcc_events_start(void);

void ppcc_event_thread_begin(ompt_thread_t type);
void ppcc_event_thread_end(void);

/* A region's team has been chosen; flags: ompt_parallel_team or ompt_parallel_league. */
void ppcc_event_parallel_begin(struct member *outer, struct team *team, int requested, int flags, const void *caller);
void ppcc_event_parallel_end(struct member *outer, struct team *team, int flags, const void *caller);
/* The implicit task of `me`; for an initial thread, its initial task. */
void ppcc_event_implicit_begin(struct member *me);
void ppcc_event_implicit_end(struct member *me);

/* flags: enum ppcc_task_flags. */
void ppcc_event_task_create(struct member *me, struct task *task, int flags, bool depends, const void *caller);
void ppcc_event_task_switch(struct member *me, struct task *from, ompt_task_status_t status, struct task *to);
void ppcc_event_dependences(struct task *task, const struct ppcc_depend *depends, int count);
void ppcc_event_dependence(struct task *source, struct task *sink);

/* A region that waits begins or ends, and before and after the waiting: the next three report the region as well, of a
   taskgroup only its end.  A barrier that follows a loop, sections or a single is theirs; begin's value is for end. */
void ppcc_event_region(struct member *me, ompt_sync_region_t kind, ompt_scope_endpoint_t endpoint, const void *caller);
ompt_sync_region_t ppcc_event_barrier_begin(struct member *me, const void *caller);
void ppcc_event_sync_begin(struct member *me, ompt_sync_region_t kind, const void *caller);
void ppcc_event_sync_end(struct member *me, ompt_sync_region_t kind, const void *caller);

/* A worksharing construct.  One whose end the runtime is not told, as that of a static loop, ends at the next event. */
void ppcc_event_work_begin(struct member *me, ompt_work_t type, ppcc_count count, const void *caller);
void ppcc_event_work_end(struct member *me);
void ppcc_event_chunk(struct member *me, const struct ppcc_loop *loop);
void ppcc_event_single(struct member *me, bool executes, const void *caller);

/* lock: its address. */
void ppcc_event_acquire(ompt_mutex_t kind, const void *lock, const void *caller);
void ppcc_event_acquired(ompt_mutex_t kind, const void *lock, const void *caller);
void ppcc_event_released(ompt_mutex_t kind, const void *lock, const void *caller);

/* A nestable lock is taken or given back; changes: its owner changes by that. */
void ppcc_event_nested(ompt_mutex_t kind, ompt_scope_endpoint_t endpoint, bool changes, const void *lock, const void *caller);
void ppcc_event_lock_init(ompt_mutex_t kind, const void *lock, const void *caller);
void ppcc_event_lock_destroy(ompt_mutex_t kind, const void *lock, const void *caller);

void ppcc_event_flush(const void *caller);
void ppcc_event_cancel(struct member *me, int flags, const void *caller); /* ompt_cancel_flag_t */
void ppcc_event_error(bool fatal, const char *message, const void *caller);

#endif
