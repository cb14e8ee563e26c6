/*
 * pi_spmd_serial.c - the program before pi_spmd.c: one thread.
 *
 *     pi_spmd_serial [steps]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double integrate(long steps)
{
	double step = 1.0 / (double)steps;
	double x, sum = 0.0;

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

	double start = (double)clock() / CLOCKS_PER_SEC;
	double pi = integrate(steps);
	double seconds = (double)clock() / CLOCKS_PER_SEC - start;
	double error = fabs(pi - exact);

	printf("pi = %.12f  error %.1e  steps %ld  %.3f seconds\n", pi, error, steps, seconds);
	return error < 1e-9 + 1.0 / ((double)steps * (double)steps) ? EXIT_SUCCESS : EXIT_FAILURE;
}
