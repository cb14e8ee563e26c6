// cancel parallel: the other threads leave at their next barrier, of whatever kind, and the next region is as good as new.
// env: OMP_CANCELLATION=true
// reference: none because libgomp waits for ever in a copyprivate of a cancelled region, and libomp in its reductions
// expect: 0 0 0 0 0 0
// expect: every thread came 1
// expect: whole again 1
#include <omp.h>
#include <stdio.h>

static int wrong[6], came, ok = 1;

static void whole(int n)
{
	int sum = 0, threads = 0, x = 0, seen = 0;
	#pragma omp parallel reduction(+:seen) private(x)
	{
		#pragma omp for schedule(dynamic) reduction(+:sum)
		for (int i = 0; i < n; i++)
			sum += i;
		#pragma omp for schedule(guided) nowait
		for (int i = 0; i < n; i++)
			seen++;
		#pragma omp single copyprivate(x)
		x = 5;
		#pragma omp single
		threads = omp_get_num_threads();
		#pragma omp sections
		{
			#pragma omp section
			seen++;
			#pragma omp section
			seen++;
		}
		seen += x;
	}
	if (sum != n * (n - 1) / 2 || seen != n + 2 + 5 * threads) {
		ok = 0;
		printf("sum %d seen %d threads %d\n", sum, seen, threads);
	}
}

/* The thread `who` cancels after the first `where` constructs; nobody gets past the next but one. */
static void cut(int who, int where)
{
	int shared = 0, x = 0;
	#pragma omp parallel private(x)
	{
		#pragma omp atomic
		came++;
		int me = omp_get_thread_num(), scratch[me + 1];
		scratch[me] = 1;
		#pragma omp cancel parallel if (me == who && where == 0)
		#pragma omp barrier
		if (where == 0)
			wrong[0] += scratch[me];
		#pragma omp for schedule(dynamic) reduction(+:shared)
		for (int i = 0; i < 20; i++)
			shared += i;
		#pragma omp cancel parallel if (me == who && where == 1)
		#pragma omp for reduction(+:shared)
		for (int i = 0; i < 20; i++)
			shared += i;
		if (where == 1)
			wrong[1] += scratch[me];
		#pragma omp single copyprivate(x)
		x = 42;
		#pragma omp cancel parallel if (me == who && where == 2)
		#pragma omp single copyprivate(x)
		x = 43;
		if (where == 2)
			wrong[2] += x;
		#pragma omp sections
		{
			#pragma omp section
			shared = 1;
			#pragma omp section
			x = 2;
		}
		#pragma omp cancel parallel if (me == who && where == 3)
		#pragma omp sections
		{
			#pragma omp section
			x = 2;
		}
		if (where == 3)
			wrong[3]++;
		#pragma omp cancel parallel if (me == who && where == 4)
		#pragma omp single
		shared = 2;
		if (where == 4)
			wrong[4]++;
		#pragma omp for
		for (int i = 0; i < 3; i++) {
			#pragma omp cancel for
			x += i;
		}
		if (me == who) {
			#pragma omp cancel parallel
		}
		for (;;) {
			#pragma omp cancellation point parallel
		}
		wrong[5]++;
	}
}

int main(void)
{
	int rounds = 0, threads = 0;
	#pragma omp parallel
	#pragma omp single
	threads = omp_get_num_threads();
	for (int where = 0; where <= 5; where++)
		for (int round = 0; round < 25; round++, rounds++) {
			cut(round % threads, where);
			if (round % 5 == 0)
				whole(round + 30);
		}
	printf("%d %d %d %d %d %d\n", wrong[0], wrong[1], wrong[2], wrong[3], wrong[4], wrong[5]);
	printf("every thread came %d\n", came == rounds * threads);
	printf("whole again %d\n", ok);
	return 0;
}
