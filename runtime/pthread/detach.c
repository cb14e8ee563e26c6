/*
 * detach.c - detached tasks (OpenMP 5.2, 12.5.2 and 18.11.1): such a task has finished when its body has ended and its event
 * is fulfilled, by any thread of the program.  Whoever comes second completes it.
 */
#include "happens.h"
#include "links.h"
#include "wait.h"

#include <stdlib.h>

enum { DISCARDED = -1 };

__UINTPTR_TYPE__ ppcc_new_event(void)
{
	struct event *event = ppcc_links_grow(NULL, sizeof *event);
	atomic_init(&event->left, 2);
	event->task = NULL;
	return (__UINTPTR_TYPE__)event;
}

/* True: both have happened. */
static bool count_down(struct event *event)
{
	happens_before(event);
	if (atomic_fetch_sub(&event->left, 1) != 1)
		return false;
	happens_after(event);
	return true;
}

bool ppcc_detach_body_done(struct task *task, bool ran)
{
	struct event *event = task->links->event;
	if (!ran && atomic_exchange(&event->left, DISCARDED) == 2) {
		task->links->event = NULL;
		return true; /* nobody need fulfil it; who does frees it */
	}
	if (ran && !count_down(event))
		return false;
	task->links->event = NULL;
	free(event);
	return true;
}

void ppcc_task_end_elsewhere(struct task *task)
{
	struct team *team = task->creator->team;
	atomic_fetch_add(&team->helpers, 1);
	ppcc_task_complete(NULL, task);
	atomic_fetch_add(&team->fulfilled, 1);
	ppcc_notify(team, PARKED_FOR_CHILDREN);
	ppcc_notify(team, PARKED_FOR_ANY);
	atomic_fetch_sub(&team->helpers, 1);
}

/* The calling thread may be of another team, or of none: it acts as one that helps from outside, and the team does not end
   before it has finished. */
void omp_fulfill_event(omp_event_handle_t handle)
{
	struct event *event = (struct event *)(uintptr_t)handle;
	if (atomic_load(&event->left) == DISCARDED) {
		free(event);
		return;
	}
	struct task *task = event->task;
	struct team *team = task->creator->team;
	atomic_fetch_add(&team->helpers, 1);
	if (count_down(event)) {
		task->links->event = NULL;
		free(event);
		ppcc_task_end_elsewhere(task);
	}
	atomic_fetch_sub(&team->helpers, 1);
}
