/* Threads that the program made itself: each is its own team of one, starts regions of its own, and leaves nothing behind. */
#include "check.h"

#include <pthread.h>

enum { THREADS = 4, ROUNDS = 100 };

static void body(struct ppcc_thread *me, void *pointer)
{
	atomic_fetch_add((atomic_int *)pointer, 1);
	ppcc_barrier(me);
	if (ppcc_single(me))
		atomic_fetch_add((atomic_int *)pointer, 1000);
}

static void *run(void *pointer)
{
	struct ppcc_thread *self = ppcc_self();
	int threads = *(int *)pointer;
	CHECK(self != NULL);
	CHECK_EQUAL(self->team_size, 1);
	CHECK_EQUAL(omp_get_level(), 0);
	omp_set_num_threads(threads);
	for (int i = 0; i < ROUNDS; i++) {
		atomic_int sum = 0;
		ppcc_parallel(body, &sum, 0, PPCC_BIND_DEFAULT);
		CHECK_EQUAL(sum, threads + 1000);
	}
	CHECK(ppcc_self() == self);
	return NULL;
}

int main(void)
{
	int before = omp_get_max_threads(), sizes[THREADS];
	for (int round = 0; round < 3; round++) {
		pthread_t threads[THREADS];
		for (int i = 0; i < THREADS; i++) {
			sizes[i] = 1 + (i + round) % 4;
			pthread_create(&threads[i], NULL, run, &sizes[i]);
		}
		run(&before);
		for (int i = 0; i < THREADS; i++)
			pthread_join(threads[i], NULL);
	}
	CHECK_EQUAL(omp_get_max_threads(), before);
	return check_result();
}
