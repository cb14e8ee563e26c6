/*
 * pi_target.c - a loop on a device.
 *
 * The integral of 4 / (1 + x * x) from 0 to 1 is pi, added up as the area of many thin rectangles.  target moves the loop
 * to a device, teams makes many teams of threads there, and loop says that the iterations may run in any order, at once.
 *
 *     pi_target [steps]
 */
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

/* Whether target regions run on a device, or on the host for want of one. */
static const char *place(void)
{
	int host = 1;

	#pragma omp target map(from : host)
	host = omp_is_initial_device();
	return host ? "host" : "device";
}

static double integrate(long steps)
{
	double step = 1.0 / (double)steps, sum = 0.0;

	#pragma omp target teams loop reduction(+ : sum)
	for (long i = 0; i < steps; i++) {
		double x = ((double)i + 0.5) * step;
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

	const char *where = place();
	double start = omp_get_wtime();
	double pi = integrate(steps);
	double seconds = omp_get_wtime() - start;
	double error = fabs(pi - exact);

	printf("pi = %.12f  error %.1e  steps %ld  on the %s  %.3f seconds\n", pi, error, steps, where, seconds);
	return error < 1e-9 + 1.0 / ((double)steps * (double)steps) ? EXIT_SUCCESS : EXIT_FAILURE;
}
