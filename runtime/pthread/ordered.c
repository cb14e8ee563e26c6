/*
 * ordered.c - the ordered construct (OpenMP 5.2, 15.10.2).
 *
 * The turn goes from chunk to chunk: `turn` is the first iteration of the chunk that has it.  A chunk passes it on when as
 * many ordered regions have ended as it has iterations (each iteration may have one), at the latest when it ends.
 */
#include "ordered.h"

#include "events.h"
#include "happens.h"
#include "wait.h"

/* ppcc_condition: the current chunk has the turn, or it will never come. */
static bool my_turn(struct member *me, void *unused)
{
	(void)unused;
	struct loop_share *share = me->loop->shared;
	return atomic_load(&share->turn) == me->loop->begin || region_cancelled(me);
}

void ppcc_ordered_chunk(struct member *me, bool more)
{
	me->ordered_done = 0;
	me->turn_passed = !more;
}

void ppcc_ordered_pass(struct member *me)
{
	struct ppcc_loop *loop = me->loop;
	if (me->turn_passed)
		return;
	struct loop_share *share = loop->shared;
	ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, my_turn, NULL);
	happens_after(&share->turn);
	me->turn_passed = true;
	happens_before(&share->turn);
	atomic_store(&share->turn, loop->end);
	ppcc_notify(me->team, PARKED_FOR_TURN);
}

void ppcc_ordered_enter(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	if (ppcc_watched())
		ppcc_event_acquire(ompt_mutex_ordered, me->loop, CALLER);
	if (me->loop && !me->turn_passed) {
		ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, my_turn, NULL);
		happens_after(&((struct loop_share *)me->loop->shared)->turn);
	}
	if (ppcc_watched())
		ppcc_event_acquired(ompt_mutex_ordered, me->loop, CALLER);
}

void ppcc_ordered_leave(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	if (ppcc_watched())
		ppcc_event_released(ompt_mutex_ordered, me->loop, CALLER);
	if (me->loop && ++me->ordered_done == me->loop->end - me->loop->begin)
		ppcc_ordered_pass(me);
}
