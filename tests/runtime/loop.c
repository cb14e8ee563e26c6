/* Worksharing loops: every iteration once under every schedule, many loops without barrier, the limits of 2^64 - 1. */
#include "check.h"

#include <limits.h>
#include <string.h>

enum { COUNT = 1000, LOOPS = 60 };

static atomic_int done[LOOPS][COUNT];

struct work {
	int schedule;
	long long chunk;
};

static void overlapping(struct ppcc_thread *me, void *pointer)
{
	struct work *work = pointer;
	for (int l = 0; l < LOOPS; l++) {
		struct ppcc_loop loop;
		ppcc_for_begin(me, &loop, COUNT - (ppcc_count)l, work->schedule, work->chunk);
		while (ppcc_for_next(&loop)) {
			CHECK(loop.begin < loop.end);
			for (ppcc_count k = loop.begin; k < loop.end; k++)
				atomic_fetch_add_explicit(&done[l][k], 1, memory_order_relaxed);
		}
		ppcc_for_end(&loop);
	}
}

static void inlined_chunks(struct ppcc_thread *me, void *pointer)
{
	struct work *work = pointer;
	for (int l = 0; l < LOOPS; l++) {
		struct ppcc_loop loop;
		ppcc_static_chunks(me, &loop, COUNT - (ppcc_count)l, work->chunk);
		while (ppcc_static_next(&loop))
			for (ppcc_count k = loop.begin; k < loop.end; k++)
				atomic_fetch_add_explicit(&done[l][k], 1, memory_order_relaxed);
	}
}

static void inlined(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int l = 0; l < LOOPS; l++) {
		struct ppcc_loop loop;
		ppcc_static(me, &loop, COUNT - (ppcc_count)l);
		for (ppcc_count k = loop.begin; k < loop.end; k++)
			atomic_fetch_add_explicit(&done[l][k], 1, memory_order_relaxed);
	}
}

static void each_once(ppcc_region *region, int schedule, long long chunk)
{
	struct work work = {schedule, chunk};
	memset(done, 0, sizeof done);
	ppcc_parallel(region, &work, 0, PPCC_BIND_DEFAULT);
	for (int l = 0; l < LOOPS; l++)
		for (int k = 0; k < COUNT; k++)
			CHECK_EQUAL(done[l][k], k < COUNT - l);
}

/* The iterations that all threads got, modulo 2^64, and how many chunks. */
struct sum {
	struct work work;
	ppcc_count count;
	atomic_ullong iterations, weighted, chunks;
};

static void take(struct sum *sum, const struct ppcc_loop *loop)
{
	CHECK(loop->begin < loop->end && loop->end <= sum->count);
	atomic_fetch_add(&sum->iterations, loop->end - loop->begin);
	atomic_fetch_add(&sum->weighted, loop->end * loop->end - loop->begin * loop->begin);
	atomic_fetch_add(&sum->chunks, 1);
}

static void huge(struct ppcc_thread *me, void *pointer)
{
	struct sum *sum = pointer;
	struct ppcc_loop loop;
	ppcc_for_begin(me, &loop, sum->count, sum->work.schedule, sum->work.chunk);
	while (ppcc_for_next(&loop))
		take(sum, &loop);
	CHECK(!ppcc_for_next(&loop));
	ppcc_for_end(&loop);
}

static void huge_inlined(struct ppcc_thread *me, void *pointer)
{
	struct sum *sum = pointer;
	struct ppcc_loop loop;
	ppcc_static_chunks(me, &loop, sum->count, sum->work.chunk);
	while (ppcc_static_next(&loop))
		take(sum, &loop);
}

static void all_of(ppcc_region *region, ppcc_count count, int schedule, long long chunk)
{
	struct sum sum = {.work = {schedule, chunk}, .count = count};
	ppcc_parallel(region, &sum, 0, PPCC_BIND_DEFAULT);
	CHECK(sum.iterations == count);
	CHECK(sum.weighted == count * count);
	CHECK((count == 0) == (sum.chunks == 0));
}

int main(void)
{
	static const int kinds[] = {PPCC_STATIC, PPCC_DYNAMIC, PPCC_GUIDED, PPCC_AUTO, PPCC_RUNTIME};
	static const ppcc_count counts[] = {0, 1, 2, ULLONG_MAX, ULLONG_MAX - 1, 1ULL << 63};
	for (int k = 0; k < 5; k++)
		for (long long chunk = 0; chunk <= 5; chunk++) {
			each_once(overlapping, kinds[k], chunk);
			each_once(overlapping, kinds[k] | PPCC_MONOTONIC, chunk);
		}
	each_once(inlined, 0, 0);
	for (long long chunk = -1; chunk <= 400; chunk += 57)
		each_once(inlined_chunks, 0, chunk);
	for (int c = 0; c < 6; c++)
		for (int k = 0; k < 4; k++) {
			all_of(huge, counts[c], kinds[k], 1LL << 61);
			all_of(huge, counts[c], kinds[k], LLONG_MAX);
			all_of(huge, counts[c], kinds[k], LLONG_MAX / 3);
			all_of(huge_inlined, counts[c], 0, LLONG_MAX - k);
			all_of(huge_inlined, counts[c], 0, (1LL << 60) + k);
		}
	omp_set_schedule(omp_sched_dynamic, 3);
	each_once(overlapping, PPCC_RUNTIME, 0);
	omp_set_schedule((omp_sched_t)((unsigned)omp_sched_guided | (unsigned)omp_sched_monotonic), 2);
	each_once(overlapping, PPCC_RUNTIME, 0);
	return check_result();
}
