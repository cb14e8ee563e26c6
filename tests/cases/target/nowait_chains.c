// Constructs with nowait that the device does meanwhile: dependences between them and host tasks in both directions, and all that
// waits for them: taskwait, taskgroup, barriers, an undeferred construct, a long chain, the end of the program.
// expect: chains 0
// expect: group 0
// expect: threads 0
// expect: undeferred 30
// expect: long chain 4000
// expect: at the end 1
// reference: none because libgomp and libomp crash or wait for ever when a target task is left at the end of a program
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 1000, CHAINS = 12, ROUNDS = 3 };
static long values[CHAINS][N], last[1];

/* Each chain: a host task, data to the device, two kernels with an update between them, data back, a host task. */
static void chain(long *x, long start)
{
#pragma omp task depend(out: x[0])
	for (int i = 0; i < N; i++)
		x[i] = start;
#pragma omp target enter data map(to: x[0:N]) nowait depend(inout: x[0])
#pragma omp target teams distribute parallel for nowait depend(inout: x[0])
	for (int i = 0; i < N; i++)
		x[i] = 2 * x[i] + i;
#pragma omp target update from(x[0:N]) nowait depend(inout: x[0])
#pragma omp task depend(inout: x[0])
	for (int i = 0; i < N; i++)
		x[i] += 1;
#pragma omp target update to(x[0:N]) nowait depend(inout: x[0])
#pragma omp target nowait depend(inout: x[0])
	for (int i = 0; i < N; i++)
		x[i] *= 3;
#pragma omp target exit data map(from: x[0:N]) nowait depend(inout: x[0])
#pragma omp task depend(inout: x[0])
	for (int i = 0; i < N; i++)
		x[i] -= 3;
}

static int wrong(const long *x, long start)
{
	int count = 0;
	for (int i = 0; i < N; i++)
		count += x[i] != 3 * (2 * start + i);
	return count;
}

static int all_wrong(void)
{
	int count = 0;
	for (int c = 0; c < CHAINS; c++)
		count += wrong(values[c], c);
	return count;
}

static void at_exit(void)
{
	printf("at the end %ld\n", last[0]);
}

int main(void)
{
	int count = 0;
	atexit(at_exit);
	for (int round = 0; round < ROUNDS; round++) {
		for (int c = 0; c < CHAINS; c++)
			chain(values[c], c);
#pragma omp taskwait
		count += all_wrong();
	}
	printf("chains %d\n", count);

	count = 0;
#pragma omp parallel num_threads(4)
#pragma omp single
	{
#pragma omp taskgroup
		for (int c = 0; c < CHAINS; c++)
			chain(values[c], c);
		count = all_wrong();
	}
	printf("group %d\n", count);

	count = 0;
#pragma omp parallel num_threads(7)
	{
#pragma omp for nowait
		for (int c = 0; c < CHAINS; c++)
			chain(values[c], c);
#pragma omp barrier
#pragma omp single
		count = all_wrong();
	}
	printf("threads %d\n", count);

	long x = 1, y = 0;
#pragma omp target nowait map(tofrom: x) depend(out: x)
	for (int i = 0; i < 9; i++)
		x++;
#pragma omp task depend(inout: x) shared(x)
	x *= 3;
#pragma omp target map(to: x) map(from: y) depend(in: x)
	y = x;
	printf("undeferred %ld\n", y);
#pragma omp taskwait

	long *sum = calloc(1, sizeof *sum);
#pragma omp target data map(tofrom: sum[0:1])
	{
		for (int i = 0; i < 2000; i++) {
#pragma omp target enter data map(to: sum[0:1]) nowait depend(inout: sum[0])
#pragma omp target exit data map(release: sum[0:1]) nowait depend(inout: sum[0])
			if (i % 100)
				continue;
#pragma omp target nowait depend(inout: sum[0])
			sum[0] += 200;
		}
#pragma omp taskwait
	}
	printf("long chain %ld\n", *sum);
	free(sum);

#pragma omp target nowait map(tofrom: last)
	last[0]++;
	return 0;
}
