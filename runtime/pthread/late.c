/*
 * late.c - reductions that nobody waits for: nowait on for, sections and scope (OpenMP 5.2, 5.5 and 15.6).
 *
 * Each thread leaves copies of its partial results behind and goes on; the thread that comes last combines them, in thread
 * order.  What follows the next barrier sees the result, because that thread reaches the barrier after it has combined.
 *
 * The team's n-th such reduction uses entry n % LATE_RING of the team's ring and of every member's.  A thread that is so far
 * ahead that it gets to a half of the ring that is still in use waits until all of that half is free: it is not to be woken
 * for every single entry.  Two reductions may be complete at the same time and be into the same variable,
 * so that one thread at a time combines.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "mutex.h"
#include "wait.h"

#include <stdlib.h>

static size_t rounded(size_t size)
{
	return (size + LINE - 1) & ~(size_t)(LINE - 1);
}

/* ppcc_condition: the reductions that used the half of the ring before are complete, or never will be. */
static bool is_free(struct member *me, void *argument)
{
	const struct late *half = argument;
	return atomic_load(&half->next) == me->lates || region_cancelled(me);
}

/* Copies the partial results; byte by byte, so that ThreadSanitizer does not take it for an access of the program's. */
static void leave(const struct late *half, struct late_copies *copies, void *const *partials, const unsigned long *sizes, int items)
{
	size_t size = rounded((size_t)items * sizeof(void *));
	for (int i = 0; i < items; i++)
		size += rounded(sizes[i]);
	if (size > copies->capacity) {
		happens_after(&half->next); /* who read them has done so */
		free(copies->items);
		copies->items = ppcc_allocate_aligned(LINE, size);
		copies->capacity = size;
	}
	char *at = (char *)copies->items + rounded((size_t)items * sizeof(void *));
	for (int i = 0; i < items; at += rounded(sizes[i++])) {
		const volatile char *from = partials[i];
		for (unsigned long k = 0; k < sizes[i]; k++)
			at[k] = from[k];
		copies->items[i] = at;
	}
}

_Bool ppcc_reduce_late(struct ppcc_thread *self, void *const *partials, const unsigned long *sizes, int items)
{
	struct member *me = member_of(self);
	struct team *team = me->team;
	unsigned entry = me->lates % LATE_RING;
	struct late *half = &team->late[entry / LATE_HALF];
	atomic_uint *left = &half->left[entry % LATE_HALF];
	if (ppcc_watched())
		ppcc_event_sync_begin(me, ompt_sync_region_reduction, CALLER);
	me->partials = partials;
	me->combining = entry;
	if (self->team_size == 1)
		return 1;
	if (entry % LATE_HALF == 0 && atomic_load(&half->next) != me->lates)
		ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, is_free, half);
	bool last = false;
	if (!region_cancelled(me)) {
		leave(half, &me->late[entry], partials, sizes, items);
		happens_before(left);
		last = atomic_fetch_add(left, 1) + 1 == (unsigned)self->team_size;
	}
	me->lates++;
	if (last) {
		happens_after(left);
		ppcc_mutex_lock(&team->late_lock.state);
		happens_after(&team->late_lock);
	} else if (ppcc_watched()) {
		ppcc_event_sync_end(me, ompt_sync_region_reduction, CALLER);
	}
	return last;
}

void *ppcc_reduce_late_partial(struct ppcc_thread *self, int thread, int item)
{
	struct member *me = member_of(self);
	return self->team_size == 1 ? me->partials[item] : me->team->members[thread]->late[me->combining].items[item];
}

void ppcc_reduce_late_end(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	struct team *team = me->team;
	struct late *half = &team->late[me->combining / LATE_HALF];
	if (self->team_size > 1) {
		happens_before(&half->next);
		atomic_store_explicit(&half->left[me->combining % LATE_HALF], 0, memory_order_relaxed);
		bool all = ++half->complete == LATE_HALF;
		if (all) {
			half->complete = 0;
			atomic_store(&half->next, atomic_load_explicit(&half->next, memory_order_relaxed) + LATE_RING);
		}
		happens_before(&team->late_lock);
		ppcc_mutex_unlock(&team->late_lock.state);
		if (all)
			ppcc_notify(team, PARKED_FOR_TURN);
	}
	if (ppcc_watched())
		ppcc_event_sync_end(me, ompt_sync_region_reduction, CALLER);
}
