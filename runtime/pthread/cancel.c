/*
 * cancel.c - the cancel and cancellation point constructs (OpenMP 5.2, 16).
 *
 * Three marks say what is cancelled: the team's `cancelled` for a parallel region; its `cancelled_share` for a worksharing
 * region, which the barrier that ends it identifies; a taskgroup's `cancelled`.  Translated code asks for them at
 * cancellation points and then leaves the construct.  A thread that has left a parallel region takes part in nothing
 * collective any more, so whatever waits for other threads of the team gives up when the region is cancelled; at the
 * region's end the team's counts begin anew.
 */
#include "happens.h"
#include "team.h"
#include "wait.h"

/* The public type holds a plain int. */
static atomic_int *mark_of(struct ppcc_taskgroup *group)
{
	return (atomic_int *)(void *)&group->cancelled;
}

/* What cancelled_share holds while the worksharing region that the member is in is cancelled: all its threads have passed
   the same number of barriers.  Odd, so never the 0 of no region. */
static unsigned share_mark(const struct member *me)
{
	return 2 * me->barriers + 1;
}

bool ppcc_task_cancelled(const struct member *me, const struct task *task)
{
	if (!ppcc_global.cancellation)
		return false;
	if (region_cancelled(me))
		return true;
	for (struct ppcc_taskgroup *group = task->group; group; group = group->outer)
		if (atomic_load(mark_of(group))) {
			happens_after(mark_of(group));
			return true;
		}
	return false;
}

/* Whether the thread has to leave a construct of that kind; what was done before the cancellation is done for it. */
static bool is_cancelled(struct member *me, enum ppcc_cancellable kind)
{
	struct team *team = me->team;
	if (kind == PPCC_TASKGROUP)
		return ppcc_task_cancelled(me, me->task);
	bool cancelled = kind == PPCC_PARALLEL ? region_cancelled(me) : atomic_load(&team->cancelled_share) == share_mark(me);
	if (cancelled)
		happens_after(&team->cancelled);
	return cancelled;
}

_Bool ppcc_cancellation_point(struct ppcc_thread *self, enum ppcc_cancellable kind)
{
	return ppcc_global.cancellation && is_cancelled(member_of(self), kind);
}

_Bool ppcc_cancel(struct ppcc_thread *self, enum ppcc_cancellable kind)
{
	struct member *me = member_of(self);
	struct team *team = me->team;
	if (!ppcc_global.cancellation)
		return 0;
	happens_before(&team->cancelled);
	switch (kind) {
	case PPCC_PARALLEL:
		atomic_store(&team->cancelled, true);
		ppcc_notify(team, PARKED_FOR_ANY);
		ppcc_notify(team, PARKED_FOR_TURN);
		break;
	case PPCC_WORKSHARING: atomic_store(&team->cancelled_share, share_mark(me)); break;
	case PPCC_TASKGROUP:
		if (me->task->group) {
			happens_before(mark_of(me->task->group));
			atomic_store(mark_of(me->task->group), 1);
		}
	}
	return 1;
}

_Bool ppcc_task_discarded(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	return ppcc_task_cancelled(me, me->task);
}

_Bool ppcc_barrier_cancelled(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	struct spinner spinner = {0, 0};
	ppcc_barrier(self);
	atomic_store(&me->copying, 0);
	if (!ppcc_cancellation_point(self, PPCC_PARALLEL))
		return 0;
	for (int i = 0; i < self->team_size; i++)
		while (atomic_load(&me->team->members[i]->copying))
			ppcc_spin(&spinner);
	return 1;
}

void *const *ppcc_copyprivate_cancelled(struct ppcc_thread *self, void *const *mine)
{
	struct member *me = member_of(self);
	if (!mine) {
		atomic_store(&me->copying, 1);
		if (region_cancelled(me)) {
			atomic_store(&me->copying, 0);
			return 0;
		}
	}
	return ppcc_copyprivate(self, mine);
}

void ppcc_cancel_forget(struct team *team)
{
	struct member *first = team->first;
	atomic_store(&team->cancelled_share, 0);
	if (!atomic_load(&team->cancelled))
		return;
	atomic_store(&team->cancelled, false);
	first->loops = first->singles = first->barriers = first->reductions = first->lates = 0;
	atomic_store(&team->arrived[0], 0);
	atomic_store(&team->arrived[1], 0);
	atomic_store(&team->epoch, 0);
	atomic_store(&team->singles, 0);
	atomic_store(&team->reduced, 0);
	atomic_store(&team->copied, 0);
	for (unsigned i = 0; i < LOOP_RING; i++)
		atomic_store(&team->loops[i].state, 4 * i + LOOP_FREE);
	for (unsigned i = 0; i < LATE_RING; i++)
		atomic_store(&team->late[i / LATE_HALF].left[i % LATE_HALF], 0);
	for (unsigned i = 0; i < 2; i++) {
		atomic_store(&team->late[i].next, i * LATE_HALF);
		team->late[i].complete = 0;
	}
	for (int i = 0; i < team->capacity; i++)
		atomic_store(&team->members[i]->reduced, 0);
}
