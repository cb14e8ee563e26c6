/*
 * loop.c - worksharing loops whose chunks are not dealt out by the inline functions of ppcc/pthread.h (OpenMP 5.2, 11.5).
 *
 * A loop with shared state takes an entry of the team's ring; the first thread to come fills it, the last to leave frees
 * it for the loop LOOP_RING later, so that as many nowait loops may overlap.  Dynamic chunks are counted rather than
 * iterations, so the counter cannot pass 2^64.
 */
#include "../common/context.h"
#include "../common/schedule.h"
#include "doacross.h"
#include "events.h"
#include "ordered.h"
#include "team.h"
#include "wait.h"

/* ppcc_loop.schedule: one of these, with LOOP_BEGUN once next has been called, LOOP_DOACROSS and PPCC_ORDERED. */
enum loop_mode { LOOP_WHOLE, LOOP_CHUNKS, LOOP_DYNAMIC, LOOP_GUIDED, LOOP_MODES = 0x0f, LOOP_BEGUN = 0x10, LOOP_DOACROSS = 0x20 };

/* Replaces runtime and auto by the kind they stand for; *chunk: 0 where none was given. */
static int resolve(int kind, ppcc_count *chunk)
{
	if (kind == PPCC_RUNTIME) {
		const struct icv *icv = ppcc_icv();
		kind = (int)icv->schedule & 7;
		*chunk = (ppcc_count)icv->chunk;
	}
	if (kind == PPCC_AUTO) {
		kind = PPCC_STATIC;
		*chunk = 0;
	}
	return kind;
}

/* inner: 0, or for doacross dependences the iterations inside each one that is dealt out. */
static void fill(struct loop_share *share, int team, int kind, ppcc_count count, ppcc_count inner, ppcc_count chunk)
{
	kind = resolve(kind, &chunk);
	if (kind != PPCC_STATIC && chunk == 0)
		chunk = 1;
	share->schedule = kind;
	share->count = count;
	share->chunk = chunk;
	share->chunks = kind == PPCC_DYNAMIC ? ppcc_chunks(count, chunk) : 0;
	atomic_store_explicit(&share->left, 0, memory_order_relaxed);
	atomic_store_explicit(&share->next, 0, memory_order_relaxed);
	atomic_store_explicit(&share->turn, 0, memory_order_relaxed);
	if (inner > 0)
		ppcc_doacross_prepare(share, team, inner);
}

/* ppcc_condition: the ring entry for loop *argument can be taken or is filled, or never will be. */
static bool usable(struct member *me, void *argument)
{
	unsigned number = *(unsigned *)argument;
	unsigned state = atomic_load(&me->team->loops[number % LOOP_RING].state);
	return state == 4 * number + LOOP_FREE || state == 4 * number + LOOP_READY || region_cancelled(me);
}

/* The loop's entry of the ring; null: the region is cancelled, and the entry may never be free. */
static struct loop_share *join_share(struct member *me, int kind, ppcc_count count, ppcc_count inner, ppcc_count chunk)
{
	unsigned number = me->loops++;
	struct loop_share *share = &me->team->loops[number % LOOP_RING];
	for (;;) {
		unsigned state = atomic_load_explicit(&share->state, memory_order_acquire);
		if (state == 4 * number + LOOP_READY)
			return share;
		if (state == 4 * number + LOOP_FREE
			&& atomic_compare_exchange_strong(&share->state, &state, 4 * number + LOOP_FILLING)) {
			fill(share, me->team->size, kind, count, inner, chunk);
			atomic_store(&share->state, 4 * number + LOOP_READY);
			ppcc_notify(me->team, PARKED_FOR_TURN);
			return share;
		}
		ppcc_wait(me, TASKS_NONE, PARKED_FOR_TURN, usable, &number);
		if (region_cancelled(me))
			return NULL;
	}
}

static ompt_work_t work_type(int schedule)
{
	if (schedule == PPCC_SECTIONS)
		return ompt_work_sections;
	switch (schedule & 0xff) {
	case PPCC_DYNAMIC: return ompt_work_loop_dynamic;
	case PPCC_GUIDED: return ompt_work_loop_guided;
	case PPCC_STATIC: return ompt_work_loop_static;
	default: return ompt_work_loop_other;
	}
}

static void begin_static(struct ppcc_thread *self, struct ppcc_loop *loop, ppcc_count count, ppcc_count chunk)
{
	if (chunk == 0) {
		ppcc_static(self, loop, count);
		loop->schedule = LOOP_WHOLE;
	} else {
		ppcc_static_chunks(self, loop, count, chunk > (ppcc_count)LLONG_MAX ? LLONG_MAX : (long long)chunk);
		loop->schedule = LOOP_CHUNKS;
	}
}

/* caller: the address in the program that began the loop, for tools. */
static void begin(struct ppcc_thread *self, struct ppcc_loop *loop, ppcc_count count, ppcc_count inner, int schedule, long long chunk,
	const void *caller)
{
	struct member *me = member_of(self);
	int kind = schedule & 0xff;
	ppcc_count size = chunk < 1 ? 0 : (ppcc_count)chunk;

	if (ppcc_watched())
		ppcc_event_work_begin(me, work_type(schedule), count, caller);
	loop->thread = self;
	loop->shared = NULL;
	loop->count = count;
	loop->begin = loop->end = 0;
	loop->chunk = size ? size : 1;
	if (schedule == PPCC_SECTIONS && self->team_size == 1) {
		begin_static(self, loop, count, 1);
		return;
	}
	if (self->team_size == 1) {
		loop->end = count;
		loop->schedule = LOOP_WHOLE;
		return;
	}
	if ((kind == PPCC_STATIC || kind == PPCC_AUTO) && !(schedule & PPCC_ORDERED) && inner == 0) {
		begin_static(self, loop, count, kind == PPCC_AUTO ? 0 : size);
		return;
	}
	struct loop_share *share = join_share(me, kind, count, inner, size);
	if (!share) {
		loop->schedule = LOOP_WHOLE;
		return;
	}
	loop->shared = share;
	if (share->schedule == PPCC_STATIC)
		begin_static(self, loop, count, share->chunk);
	else
		loop->schedule = share->schedule == PPCC_DYNAMIC ? LOOP_DYNAMIC : LOOP_GUIDED;
	if (schedule & PPCC_ORDERED) {
		loop->schedule |= PPCC_ORDERED;
		me->loop = loop;
	}
	if (inner > 0)
		loop->schedule |= LOOP_DOACROSS;
}

void ppcc_for_begin(struct ppcc_thread *self, struct ppcc_loop *loop, ppcc_count count, int schedule, long long chunk)
{
	begin(self, loop, count, 0, schedule, chunk, CALLER);
}

void ppcc_doacross_begin(struct ppcc_thread *self, struct ppcc_loop *loop, ppcc_count count, ppcc_count inner, int schedule,
	long long chunk)
{
	begin(self, loop, inner > 0 ? count : 0, inner, schedule, chunk, CALLER);
}

static bool next_whole(struct ppcc_loop *loop, bool first)
{
	if (!first)
		loop->begin = loop->end;
	return loop->begin < loop->end;
}

static bool next_static_chunk(struct ppcc_loop *loop, bool first)
{
	if (!first) {
		if (loop->count - loop->begin <= loop->stride)
			return false;
		loop->begin += loop->stride;
	}
	if (loop->begin >= loop->count)
		return false;
	loop->end = loop->count - loop->begin > loop->chunk ? loop->begin + loop->chunk : loop->count;
	return true;
}

static bool next_dynamic(struct ppcc_loop *loop, struct loop_share *share)
{
	ppcc_count chunks = share->chunks, chunk = share->chunk, index;
	if (atomic_load_explicit(&share->next, memory_order_relaxed) >= chunks)
		return false;
	index = atomic_fetch_add_explicit(&share->next, 1, memory_order_relaxed);
	if (index >= chunks)
		return false;
	loop->begin = index * chunk;
	loop->end = share->count - loop->begin > chunk ? loop->begin + chunk : share->count;
	return true;
}

static bool next_guided(struct ppcc_loop *loop, struct loop_share *share)
{
	unsigned long long begin = atomic_load_explicit(&share->next, memory_order_relaxed), size;
	ppcc_count team = (ppcc_count)loop->thread->team_size;
	do {
		if (begin >= share->count)
			return false;
		size = ppcc_guided(share->count - begin, team, share->chunk);
	} while (!atomic_compare_exchange_weak_explicit(&share->next, &begin, begin + size, memory_order_relaxed,
		memory_order_relaxed));
	loop->begin = begin;
	loop->end = begin + size;
	return true;
}

static bool next_chunk(struct ppcc_loop *loop)
{
	bool first = !(loop->schedule & LOOP_BEGUN), more;
	if ((loop->schedule & PPCC_ORDERED) && !first)
		ppcc_ordered_pass(member_of(loop->thread));
	if ((loop->schedule & LOOP_DOACROSS) && !first)
		ppcc_doacross_finish(loop);
	loop->schedule |= LOOP_BEGUN;
	switch (loop->schedule & LOOP_MODES) {
	case LOOP_DYNAMIC: more = next_dynamic(loop, loop->shared); break;
	case LOOP_GUIDED: more = next_guided(loop, loop->shared); break;
	case LOOP_CHUNKS: more = next_static_chunk(loop, first); break;
	default: more = next_whole(loop, first);
	}
	if (loop->schedule & PPCC_ORDERED)
		ppcc_ordered_chunk(member_of(loop->thread), more);
	return more;
}

_Bool ppcc_for_next(struct ppcc_loop *loop)
{
	bool more = next_chunk(loop);
	if (ppcc_watched() && more)
		ppcc_event_chunk(member_of(loop->thread), loop);
	return more;
}

void ppcc_for_end(struct ppcc_loop *loop)
{
	if (ppcc_watched())
		ppcc_event_work_end(member_of(loop->thread));
	struct loop_share *share = loop->shared;
	if (!share)
		return;
	struct member *me = member_of(loop->thread);
	if (loop->schedule & PPCC_ORDERED) {
		ppcc_ordered_pass(me);
		me->loop = NULL;
	}
	if (atomic_fetch_add_explicit(&share->left, 1, memory_order_acq_rel) + 1 != (unsigned)me->self.team_size)
		return;
	unsigned state = atomic_load_explicit(&share->state, memory_order_relaxed);
	atomic_store(&share->state, state - LOOP_READY + 4 * LOOP_RING + LOOP_FREE);
	ppcc_notify(me->team, PARKED_FOR_TURN);
}
