// reduction: for one team size and a static schedule a floating sum gives the same bits in every run of the region.
// reference: none because libgomp and libomp combine in the order the threads arrive
// expect: different 0
#include <stdio.h>
#include <string.h>

static double run(void)
{
	double sum = 0.1;
	#pragma omp parallel for num_threads(7) schedule(static) reduction(+: sum)
	for (int i = 1; i < 3000; i++)
		sum += 1.0 / i;
	return sum;
}

/* The threads do not wait for each other: the last to come combines. */
static double run_nowait(void)
{
	double sum = 0.1;
	#pragma omp parallel num_threads(7)
	{
		#pragma omp for schedule(static) reduction(+: sum) nowait
		for (int i = 1; i < 3000; i++)
			sum += 1.0 / i;
	}
	return sum;
}

int main(void)
{
	double first = run();
	int different = 0;
	for (int i = 0; i < 100; i++) {
		double again = run();
		different += memcmp(&first, &again, sizeof first) != 0;
		again = run_nowait();
		different += memcmp(&first, &again, sizeof first) != 0;
	}
	printf("different %d\n", different);
	return 0;
}
