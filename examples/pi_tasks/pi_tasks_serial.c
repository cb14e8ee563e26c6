/*
 * pi_tasks_serial.c - the program before pi_tasks.c: one thread.
 *
 *     pi_tasks_serial [steps]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LEAF = 1024 * 256 }; /* steps that are worth a call */

static double integrate(long first, long last, double step)
{
	double sum = 0.0, left, right;

	if (last - first <= LEAF) {
		for (long i = first; i < last; i++) {
			double x = ((double)i + 0.5) * step;
			sum += 4.0 / (1.0 + x * x);
		}
		return sum;
	}

	long middle = first + (last - first) / 2;

	left = integrate(first, middle, step);
	right = integrate(middle, last, step);
	return left + right;
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
	double step = 1.0 / (double)steps;
	double pi = step * integrate(0, steps, step);
	double seconds = (double)clock() / CLOCKS_PER_SEC - start;
	double error = fabs(pi - exact);

	printf("pi = %.12f  error %.1e  steps %ld  %.3f seconds\n", pi, error, steps, seconds);
	return error < 1e-9 + 1.0 / ((double)steps * (double)steps) ? EXIT_SUCCESS : EXIT_FAILURE;
}
