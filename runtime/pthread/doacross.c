/*
 * doacross.c - dependences between the iterations of a loop with ordered(n) (OpenMP 5.2, 15.10.1).
 *
 * All iterations are numbered in the order of the program.  Those that one thread runs one after the other make a *unit*: a
 * chunk, or under schedule(guided), whose chunks nobody else can tell, one dealt-out iteration.  A unit needs one number:
 * how far it has come.  The numbers stand in a ring of slots that is much longer than the team, so that the memory does not
 * grow with the loop: unit u uses slot u % slots after unit u - slots has ended.  A slot's number only grows, and every
 * number of a later unit is larger than those of an earlier one, so `passed > n` is the whole test for iteration n.
 *
 * Chunks are handed out in increasing order and dependences lead to earlier iterations: the first unit that has not ended
 * waits for nothing, so some thread can always go on.
 */
#include "doacross.h"

#include "../common/error.h"
#include "../common/schedule.h"
#include "happens.h"
#include "wait.h"

#include <stdlib.h>

enum { SLOTS_PER_THREAD = 16, SLOTS_LEAST = 64, SLOTS_GUIDED = 4096 };

/* What a thread waits for: that the slot's number gets larger than this. */
struct awaited {
	struct progress *progress;
	ppcc_count number;
};

static struct loop_share *share_of(const struct ppcc_loop *loop)
{
	return loop->shared;
}

/* The first iteration of thread `number`'s share under schedule(static). */
static ppcc_count static_first(const struct ppcc_loop *loop, ppcc_count number)
{
	ppcc_count team = (ppcc_count)loop->thread->team_size, share = loop->count / team, rest = loop->count % team;
	return number * share + (number < rest ? number : rest);
}

/* Whose share an iteration is under schedule(static). */
static ppcc_count static_owner(const struct ppcc_loop *loop, ppcc_count iteration)
{
	ppcc_count team = (ppcc_count)loop->thread->team_size, share = loop->count / team, rest = loop->count % team;
	ppcc_count longer = rest * (share + 1); /* iterations of the shares that have one more */
	return iteration < longer ? iteration / (share + 1) : rest + (iteration - longer) / share;
}

static ppcc_count unit_of(const struct ppcc_loop *loop, ppcc_count iteration)
{
	ppcc_count unit = share_of(loop)->doacross.unit;
	return unit == 1 ? iteration : unit > 0 ? iteration / unit : static_owner(loop, iteration);
}

/* The number of a unit's first iteration. */
static ppcc_count first_number(const struct ppcc_loop *loop, ppcc_count unit)
{
	const struct doacross *doacross = &share_of(loop)->doacross;
	return (doacross->unit > 0 ? unit * doacross->unit : static_first(loop, unit)) * doacross->inner;
}

void ppcc_doacross_prepare(struct loop_share *share, int team, ppcc_count inner)
{
	struct doacross *doacross = &share->doacross;
	ppcc_count units, most = (ppcc_count)team * SLOTS_PER_THREAD;
	if (most < SLOTS_LEAST)
		most = SLOTS_LEAST;
	if (share->schedule == PPCC_GUIDED && most < SLOTS_GUIDED)
		most = SLOTS_GUIDED;
	doacross->inner = inner;
	doacross->unit = share->schedule == PPCC_GUIDED ? 1 : share->chunk;
	units = doacross->unit > 0 ? ppcc_chunks(share->count, doacross->unit) : (ppcc_count)team;
	doacross->slots = units == 0 ? 1 : units < most ? units : most;
	if (doacross->slots > doacross->capacity) {
		free(doacross->progress);
		doacross->progress = ppcc_allocate_aligned(alignof(struct progress), doacross->slots * sizeof *doacross->progress);
		doacross->capacity = doacross->slots;
	}
	for (ppcc_count i = 0; i < doacross->slots; i++)
		atomic_init(&doacross->progress[i].passed, 0);
}

/* ppcc_condition */
static bool has_passed(struct member *me, void *argument)
{
	const struct awaited *awaited = argument;
	return atomic_load(&awaited->progress->passed) > awaited->number || region_cancelled(me);
}

static void wait_for(const struct ppcc_loop *loop, struct progress *progress, ppcc_count number)
{
	struct awaited awaited = {progress, number};
	if (atomic_load_explicit(&progress->passed, memory_order_acquire) <= number)
		ppcc_wait(member_of(loop->thread), TASKS_NONE, PARKED_FOR_TURN, has_passed, &awaited);
	happens_after(progress);
}

static struct progress *slot_of(const struct ppcc_loop *loop, ppcc_count unit)
{
	const struct doacross *doacross = &share_of(loop)->doacross;
	return &doacross->progress[unit < doacross->slots ? unit : unit % doacross->slots];
}

/* Says that the unit has come as far as `passed`. */
static void advance(const struct ppcc_loop *loop, ppcc_count unit, ppcc_count passed)
{
	const struct doacross *doacross = &share_of(loop)->doacross;
	struct progress *progress = slot_of(loop, unit);
	if (unit >= doacross->slots && unit - doacross->slots < unit_of(loop, loop->begin)) /* else it is one that this thread has run */
		wait_for(loop, progress, first_number(loop, unit - doacross->slots + 1) - 1);
	happens_before(progress);
	atomic_store(&progress->passed, passed);
	ppcc_notify(member_of(loop->thread)->team, PARKED_FOR_TURN);
}

void ppcc_doacross_wait(struct ppcc_loop *loop, ppcc_count number)
{
	if (!loop->shared)
		return;
	ppcc_count iteration = number / share_of(loop)->doacross.inner;
	if (iteration < loop->begin || iteration >= loop->end) /* else this thread has run it */
		wait_for(loop, slot_of(loop, unit_of(loop, iteration)), number);
}

void ppcc_doacross_post(struct ppcc_loop *loop, ppcc_count number)
{
	if (loop->shared)
		advance(loop, unit_of(loop, number / share_of(loop)->doacross.inner), number + 1);
}

void ppcc_doacross_finish(struct ppcc_loop *loop)
{
	if (loop->begin >= loop->end)
		return;
	ppcc_count last = unit_of(loop, loop->end - 1);
	for (ppcc_count unit = unit_of(loop, loop->begin); unit <= last; unit++) {
		ppcc_count end = unit < last ? first_number(loop, unit + 1) : loop->end * share_of(loop)->doacross.inner;
		if (atomic_load_explicit(&slot_of(loop, unit)->passed, memory_order_relaxed) < end)
			advance(loop, unit, end);
	}
}
