/*
 * pi_spmd.c - single program, multiple data.
 *
 * Every thread runs the same block and finds its share of the work from its number: with n threads, thread id takes the
 * steps id, id + n, id + 2n ... (a cyclic distribution).  It leaves its partial sum in an array at its own place, and
 * the sums are added up when all threads are done.
 *
 *     pi_spmd [steps]
 */
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_THREADS = 1024 };

static double integrate(long steps)
{
	static double partial[MAX_THREADS];
	double step = 1.0 / (double)steps;
	int members = 0;

	#pragma omp parallel num_threads(omp_get_max_threads() < MAX_THREADS ? omp_get_max_threads() : MAX_THREADS)
	{
		int id = omp_get_thread_num();
		int count = omp_get_num_threads(); /* may be fewer than were asked for */
		double sum = 0.0;

		#pragma omp single
		members = count; /* one thread tells the rest of the program how large the team was */

		for (long i = id; i < steps; i += count) {
			double x = ((double)i + 0.5) * step;
			sum += 4.0 / (1.0 + x * x);
		}
		partial[id] = sum; /* written once: adding into partial[id] in the loop would make threads share cache lines */
	}

	double sum = 0.0;
	for (int id = 0; id < members; id++)
		sum += partial[id];
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
