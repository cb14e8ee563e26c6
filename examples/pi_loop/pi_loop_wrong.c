/*
 * pi_loop_wrong.c - two things that make a loop wrong when it becomes parallel.  pi_loop.c is right.
 *
 *     pi_loop_wrong [steps]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

static double integrate(long steps)
{
	double step = 1.0 / (double)steps;
	double x = 0.5 * step, y, sum = 0.0;

	#pragma omp parallel for reduction(+ : sum)
	for (long i = 0; i < steps; i++) {
		y = x * x; /* wrong: each iteration needs the x of the one before, and there is one y for all threads */
		sum += 4.0 / (1.0 + y);
		x += step;
	}
	return step * sum;
}

int main(int argc, char **argv)
{
	long steps = argc > 1 ? atol(argv[1]) : 100000000;

	printf("pi = %.10f, or not  threads %d\n", integrate(steps), omp_get_max_threads());
	return EXIT_SUCCESS;
}
