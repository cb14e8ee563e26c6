/*
 * single.c - the single construct and its copyprivate clause (OpenMP 5.2, 11.1, 5.7.2).
 */
#include "events.h"
#include "happens.h"
#include "team.h"
#include "wait.h"

static bool choose(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	unsigned number = me->singles++;
	atomic_uint *chosen = &me->team->singles;
	if (self->team_size == 1) {
		atomic_store_explicit(chosen, number + 1, memory_order_relaxed);
		return 1;
	}
	if (atomic_load_explicit(chosen, memory_order_relaxed) != number)
		return 0;
	return atomic_compare_exchange_strong_explicit(chosen, &number, number + 1, memory_order_relaxed, memory_order_relaxed);
}

_Bool ppcc_single(struct ppcc_thread *self)
{
	bool mine = choose(self);
	if (ppcc_watched())
		ppcc_event_single(member_of(self), mine, CALLER);
	return mine;
}

/* ppcc_condition: the copies for the single construct before the next barrier are there. */
static bool handed_out(struct member *me, void *unused)
{
	(void)unused;
	return atomic_load(&me->team->copied) == me->barriers + 1;
}

void *const *ppcc_copyprivate(struct ppcc_thread *self, void *const *mine)
{
	struct member *me = member_of(self);
	struct team *team = me->team;
	if (mine) {
		atomic_store_explicit(&team->copies, mine, memory_order_relaxed);
		happens_before(&team->copied);
		atomic_store(&team->copied, me->barriers + 1);
		ppcc_notify(team, PARKED_FOR_TURN);
		return mine;
	}
	ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, handed_out, NULL);
	happens_after(&team->copied);
	return atomic_load_explicit(&team->copies, memory_order_relaxed);
}
