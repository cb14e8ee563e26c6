/*
 * pi_critical.c - partial sums, added up under critical.
 *
 * As in pi_spmd every thread takes its share of the steps by its number.  The partial sum is a variable of the thread
 * itself, so no array of partial sums is needed: each thread adds its own into the total, one thread at a time.
 *
 *     pi_critical [steps]
 */
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

static double integrate(long steps)
{
	double step = 1.0 / (double)steps, total = 0.0;

	#pragma omp parallel
	{
		double sum = 0.0; /* private: it is declared in the region */

		for (long i = omp_get_thread_num(); i < steps; i += omp_get_num_threads()) {
			double x = ((double)i + 0.5) * step;
			sum += 4.0 / (1.0 + x * x);
		}

		#pragma omp critical
		total += sum; /* once per thread, not once per step */
	}
	return step * total;
}

int main(int argc, char **argv)
{
	long steps = argc > 1 ? atol(argv[1]) : 100000000;

	if (steps < 1) {
		fprintf(stderr, "usage: %s [steps]\n", argv[0]);
		return EXIT_FAILURE;
	}

	double start = omp_get_wtime();
	double pi = integrate(steps);
	double seconds = omp_get_wtime() - start;

	printf("pi = %.12f  steps %ld  threads %d  %.3f seconds\n", pi, steps, omp_get_max_threads(), seconds);
	return EXIT_SUCCESS;
}
