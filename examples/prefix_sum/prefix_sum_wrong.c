/*
 * prefix_sum_wrong.c - each iteration reads what the one before it wrote.
 *
 *     prefix_sum_wrong
 */
#include <stdio.h>
#include <stdlib.h>

enum { N = 1000000 };

static long sums[N];

int main(void)
{
	for (int i = 0; i < N; i++)
		sums[i] = 2L * i + 1;

	#pragma omp parallel for
	for (int i = 1; i < N; i++)
		sums[i] += sums[i - 1]; /* wrong: the first iteration of a thread may run before the last one of another */

	printf("the last is %ld, or not\n", sums[N - 1]);
	return EXIT_SUCCESS;
}
