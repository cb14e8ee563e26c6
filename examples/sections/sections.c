/*
 * sections.c - a fixed number of different pieces of work, each done by one thread.
 *
 *     sections [n]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 100000;
	double *values = n > 0 ? malloc((size_t)n * sizeof *values) : NULL;
	double smallest = INFINITY, largest = -INFINITY, sum = 0.0;

	if (!values) {
		fprintf(stderr, "usage: %s [n]\n", argv[0]);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < n; i++)
		values[i] = (i * 7919L) % 10007;

	#pragma omp parallel sections
	{
		#pragma omp section
		for (int i = 0; i < n; i++)
			smallest = fmin(smallest, values[i]);

		#pragma omp section
		for (int i = 0; i < n; i++)
			largest = fmax(largest, values[i]);

		#pragma omp section
		for (int i = 0; i < n; i++)
			sum += values[i];
	}

	printf("smallest %g, largest %g, mean %.3f\n", smallest, largest, sum / n);
	free(values);
	return EXIT_SUCCESS;
}
