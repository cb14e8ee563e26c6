/*
 * pi_tasks.c - divide and conquer.
 *
 * A range of steps is cut in two until a piece is small; each half is a task, which any thread of the team may run.
 * taskwait waits for the two halves before they are added.  One thread (single) starts the recursion, the others wait at
 * the end of the single construct, where they pick up tasks.
 *
 *     pi_tasks [steps]
 */
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { LEAF = 1024 * 256 }; /* steps that are worth a task: large beside the cost of making one */

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

	#pragma omp task shared(left)
	left = integrate(first, middle, step);

	#pragma omp task shared(right)
	right = integrate(middle, last, step);

	#pragma omp taskwait
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

	double start = omp_get_wtime();
	double step = 1.0 / (double)steps, sum = 0.0;

	#pragma omp parallel
	#pragma omp single
	sum = integrate(0, steps, step);

	double pi = step * sum;
	double seconds = omp_get_wtime() - start;
	double error = fabs(pi - exact);

	printf("pi = %.12f  error %.1e  steps %ld  threads %d  %.3f seconds\n", pi, error, steps, omp_get_max_threads(), seconds);
	return error < 1e-9 + 1.0 / ((double)steps * (double)steps) ? EXIT_SUCCESS : EXIT_FAILURE;
}
