/*
 * barrier.c - the barrier construct (OpenMP 5.2, 15.3).
 *
 * Threads count themselves in `arrived`, one counter for even and one for odd barriers, and wait for `epoch` to move on.
 * Without deferred tasks the last to arrive moves it.  With them the waiting threads run tasks, and whoever sees that all
 * have arrived and that no task is left moves it.  The one who does also clears the counter: the barrier after the next
 * can't begin before that thread has arrived at the next.
 */
#include "events.h"
#include "happens.h"
#include "team.h"
#include "wait.h"

static void open_barrier(struct team *team, unsigned number)
{
	atomic_store_explicit(&team->arrived[number & 1], 0, memory_order_relaxed);
	atomic_store(&team->epoch, number + 1);
	ppcc_notify(team, PARKED_FOR_ANY);
}

/* ppcc_condition: the barrier that *argument numbers is open, or not worth waiting for; opens it when it can be. */
static bool passed(struct member *me, void *argument)
{
	struct team *team = me->team;
	unsigned number = *(unsigned *)argument;
	if (atomic_load(&team->epoch) != number || region_cancelled(me))
		return true;
	if (!ppcc_has_tasks(me) || atomic_load(&team->arrived[number & 1]) != (unsigned)team->size)
		return false;
	if (!ppcc_tasks_complete(team))
		return atomic_load(&team->epoch) != number;
	happens_before(&team->arrived[number & 1]); /* the tasks, before what follows the barrier */
	if (!atomic_compare_exchange_strong(&team->epoch, &number, number + 1))
		return atomic_load(&team->epoch) != *(unsigned *)argument;
	atomic_store_explicit(&team->arrived[*(unsigned *)argument & 1], 0, memory_order_relaxed);
	ppcc_notify(team, PARKED_FOR_ANY);
	return true;
}

static void wait_for_team(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	struct team *team = me->team;
	unsigned number = me->barriers++;
	if (self->team_size == 1) {
		atomic_store_explicit(&team->epoch, number + 1, memory_order_relaxed);
		ppcc_drain(me);
		return;
	}
	happens_before(&team->arrived[number & 1]);
	unsigned arrived = atomic_fetch_add(&team->arrived[number & 1], 1) + 1;
	if (arrived == (unsigned)self->team_size && !ppcc_has_tasks(me))
		open_barrier(team, number);
	else
		ppcc_wait(me, TASKS_ANY, PARKED_FOR_ANY, passed, &number);
	happens_after(&team->arrived[number & 1]);
}

void ppcc_barrier(struct ppcc_thread *self)
{
	if (!ppcc_watched()) {
		wait_for_team(self);
		return;
	}
	ompt_sync_region_t kind = ppcc_event_barrier_begin(member_of(self), CALLER);
	wait_for_team(self);
	ppcc_event_sync_end(member_of(self), kind, CALLER);
}
