/*
 * reduction.c - combining the threads' partial results (OpenMP 5.2, 5.5).
 *
 * Thread 0 combines in thread order, so that a sum of floating point numbers has the same bits whenever the number of
 * threads is the same.
 */
#include "events.h"
#include "happens.h"
#include "team.h"
#include "wait.h"

/* ppcc_condition, for thread 0: members up to *argument have handed in theirs, or one never will. */
static bool all_handed_in(struct member *me, void *argument)
{
	struct team *team = me->team;
	int *next = argument;
	if (region_cancelled(me))
		return true;
	while (*next < team->size && atomic_load(&team->members[*next]->reduced) == me->reductions)
		++*next;
	return *next == team->size;
}

/* ppcc_condition: thread 0 has combined, or never will. */
static bool combined(struct member *me, void *unused)
{
	(void)unused;
	return atomic_load(&me->team->reduced) == me->reductions || region_cancelled(me);
}

_Bool ppcc_reduce_begin(struct ppcc_thread *self, void *const *partials)
{
	struct member *me = member_of(self);
	int next = 1;
	if (ppcc_watched())
		ppcc_event_sync_begin(me, ompt_sync_region_reduction, CALLER);
	me->reductions++;
	me->partials = partials;
	if (self->number == 0) {
		if (self->team_size > 1)
			ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, all_handed_in, &next);
		happens_after(&me->reduced);
		return !region_cancelled(me);
	}
	happens_before(&me->team->first->reduced);
	atomic_store(&me->reduced, me->reductions);
	if (atomic_load(&me->team->first->park) == PARKED_FOR_TURN)
		ppcc_unpark(me->team->first);
	ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, combined, NULL);
	happens_after(&me->team->reduced);
	if (ppcc_watched())
		ppcc_event_sync_end(me, ompt_sync_region_reduction, CALLER);
	return 0;
}

void *ppcc_reduce_partial(struct ppcc_thread *self, int thread, int item)
{
	return member_of(self)->team->members[thread]->partials[item];
}

void ppcc_reduce_end(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	happens_before(&me->team->reduced);
	atomic_store(&me->team->reduced, me->reductions);
	ppcc_notify(me->team, PARKED_FOR_TURN);
	if (ppcc_watched())
		ppcc_event_sync_end(me, ompt_sync_region_reduction, CALLER);
}
