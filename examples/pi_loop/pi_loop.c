/*
 * pi_loop.c - loop parallelism.
 *
 * The integral of 4 / (1 + x * x) from 0 to 1 is pi.  It is added up as the area of many thin rectangles whose height is
 * the value in the middle of each.  One directive makes the loop parallel: its iterations are shared out among the
 * threads, each thread has an x of its own, and each adds into a private copy of sum; the copies are added up at the end.
 *
 *     pi_loop [steps]
 */
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

static double integrate(long steps)
{
	double step = 1.0 / (double)steps;
	double x, sum = 0.0;

	#pragma omp parallel for private(x) reduction(+ : sum)
	for (long i = 0; i < steps; i++) {
		x = ((double)i + 0.5) * step;
		sum += 4.0 / (1.0 + x * x);
	}
	return step * sum;
}

int main(int argc, char **argv)
{
	const double exact = 3.14159265358979323846;
	long steps = argc > 1 ? atol(argv[1]) : 100000000;

	if (steps < 1) {
		fprintf(stderr, "usage: %s [steps]\n", argv[0]);
		return EXIT_FAILURE;
	}

	double start = omp_get_wtime();
	double pi = integrate(steps);
	double seconds = omp_get_wtime() - start;
	double error = fabs(pi - exact);

	printf("pi = %.12f  error %.1e  steps %ld  threads %d  %.3f seconds\n", pi, error, steps, omp_get_max_threads(), seconds);
	return error < 1e-9 + 1.0 / ((double)steps * (double)steps) ? EXIT_SUCCESS : EXIT_FAILURE;
}
