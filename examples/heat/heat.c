/*
 * heat.c - heat spreads in a plate: a loop over time around a parallel loop over space.
 *
 * The plate is a grid of n * n points whose upper edge is hot.  In each step every inner point becomes the mean of its four
 * neighbours.  New values go to a second grid, so that no thread reads what another one is writing; then the grids change
 * places.  The loop over time stays serial: each step needs the one before.
 *
 *     heat [n [steps]]
 */
#include <stdio.h>
#include <stdlib.h>

static void step(int n, const double *restrict now, double *restrict next)
{
	#pragma omp parallel for
	for (int i = 1; i < n - 1; i++)
		for (int j = 1; j < n - 1; j++)
			next[i * n + j] = 0.25 * (now[(i - 1) * n + j] + now[(i + 1) * n + j] + now[i * n + j - 1] + now[i * n + j + 1]);
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 64, steps = argc > 2 ? atoi(argv[2]) : 1000;

	if (n < 3 || n > 20000 || steps < 0) {
		fprintf(stderr, "usage: %s [n [steps]]\n", argv[0]);
		return EXIT_FAILURE;
	}

	double *now = calloc((size_t)n * (size_t)n, sizeof *now), *next = calloc((size_t)n * (size_t)n, sizeof *next);
	if (!now || !next) {
		fprintf(stderr, "%s: no memory for %d * %d points\n", argv[0], n, n);
		return EXIT_FAILURE;
	}
	for (int j = 0; j < n; j++)
		now[j] = next[j] = 100.0;

	for (int t = 0; t < steps; t++) {
		step(n, now, next);

		double *other = now;
		now = next;
		next = other;
	}

	for (int i = 0; i < 8; i++) {
		for (int j = 0; j < 8; j++)
			printf("%6.1f", now[i * (n - 1) / 7 * n + j * (n - 1) / 7]);
		putchar('\n');
	}
	free(now);
	free(next);
	return EXIT_SUCCESS;
}
