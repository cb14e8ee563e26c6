/*
 * prefix_sum_serial.c - the program before prefix_sum.c: one thread.
 *
 *     prefix_sum_serial [n]
 */
#include <stdio.h>
#include <stdlib.h>

static void prefix_sum(int n, const long *values, long *sums)
{
	long sum = 0;

	for (int i = 0; i < n; i++) {
		sum += values[i];
		sums[i] = sum;
	}
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 1000000, wrong = 0;
	long *values, *sums;

	if (n < 1 || !(values = malloc((size_t)n * sizeof *values)) || !(sums = malloc((size_t)n * sizeof *sums))) {
		fprintf(stderr, "usage: %s [n]\n", argv[0]);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < n; i++)
		values[i] = 2L * i + 1;

	prefix_sum(n, values, sums);

	for (int i = 0; i < n; i++)
		wrong += sums[i] != (i + 1L) * (i + 1L); /* the sum of the first k odd numbers is k * k */
	printf("%d sums, the last is %ld, %d wrong\n", n, sums[n - 1], wrong);
	free(values);
	free(sums);
	return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
