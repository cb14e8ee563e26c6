// Cancellation while the threads are held up at random places: somebody always finds what all look for, nobody waits for ever.
// env: OMP_CANCELLATION=true
// env: OMP_DYNAMIC=false
// threads: 2 4 7
// reference: none because libgomp waits for ever in a copyprivate of a cancelled region, and libomp aborts
// expect: loops 60 regions 60 groups 60
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROUNDS = 60, N = 300 };

/* Sleeps now and then, for up to a fifth of a millisecond; every thread has its own sequence. */
static void delay(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	if ((*seed >> 16) % 16 == 0)
		usleep((*seed >> 20) % 200);
}

static int loop(int round)
{
	int found = 0;
	#pragma omp parallel
	{
		unsigned seed = (unsigned)(round * 64 + omp_get_thread_num());
		#pragma omp for schedule(dynamic, 3)
		for (int i = 0; i < N; i++) {
			#pragma omp cancellation point for
			delay(&seed);
			if (i % 50 == round % 50) {
				#pragma omp atomic
				found |= i % 50 == round % 50;
				delay(&seed);
				#pragma omp cancel for
			}
		}
		delay(&seed);
		#pragma omp for reduction(+: found)
		for (int i = 0; i < 10; i++)
			found++;
	}
	return found == 11;
}

static int region(int round)
{
	int steps[64] = {0}, most = 0, stop = round % 9;
	#pragma omp parallel
	{
		int me = omp_get_thread_num();
		unsigned seed = (unsigned)(round * 64 + me), x = seed;
		for (int step = 0;; step++) {
			delay(&seed);
			steps[me] = step;
			if (me == round % omp_get_num_threads() && step == stop) {
				#pragma omp cancel parallel
			}
			#pragma omp single copyprivate(x)
			{
				delay(&seed);
				x++;
			}
			delay(&seed);
			#pragma omp for schedule(guided)
			for (int i = 0; i < 20; i++)
				delay(&seed);
			#pragma omp barrier
			#pragma omp sections
			{
				#pragma omp section
				delay(&seed);
				#pragma omp section
				x++;
			}
			#pragma omp task firstprivate(seed)
			delay(&seed);
		}
	}
	for (int i = 0; i < 64; i++)
		most = steps[i] > most ? steps[i] : most;
	return most == stop;
}

static int search(int depth, int goal, unsigned seed, int *found)
{
	delay(&seed);
	if (depth == 0)
		return goal == 0;
	for (int k = 0; k < 2; k++) {
		#pragma omp task
		{
			unsigned mine = seed + (unsigned)k;
			int goes_on = goal >= 0 && goal % 2 == k;
			#pragma omp cancellation point taskgroup
			delay(&mine);
			if (search(depth - 1, goes_on ? goal / 2 : -1, mine, found)) {
				#pragma omp atomic write
				*found = 1;
				#pragma omp cancel taskgroup
			}
		}
	}
	return 0;
}

static int group(int round)
{
	int found = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskgroup
		search(6, 0, (unsigned)round, &found);
	}
	return found;
}

int main(void)
{
	int loops = 0, regions = 0, groups = 0;
	for (int round = 0; round < ROUNDS; round++) {
		loops += loop(round);
		regions += region(round);
		groups += group(round);
	}
	printf("loops %d regions %d groups %d\n", loops, regions, groups);
	return 0;
}
