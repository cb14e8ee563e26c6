/*
 * jacobi_serial.c - the program before jacobi.c: one thread.
 *
 *     jacobi_serial [n]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int solve(int n, const double *a, const double *b, double *x, double *next)
{
	int iterations = 0;
	double moved = 1.0;

	while (moved > 1e-12 && iterations < 1000) {
		for (int i = 0; i < n; i++) {
			double sum = b[i];

			for (int j = 0; j < n; j++)
				if (j != i)
					sum -= a[i * n + j] * x[j];
			next[i] = sum / a[i * n + i];
		}

		moved = 0.0;
		for (int i = 0; i < n; i++) {
			moved += fabs(next[i] - x[i]);
			x[i] = next[i];
		}
		iterations++;
	}
	return iterations;
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 500;

	if (n < 1 || n > 20000) {
		fprintf(stderr, "usage: %s [n]\n", argv[0]);
		return EXIT_FAILURE;
	}

	double *a = malloc((size_t)n * (size_t)n * sizeof *a), *b = malloc((size_t)n * sizeof *b);
	double *x = calloc((size_t)n, sizeof *x), *next = malloc((size_t)n * sizeof *next);
	if (!a || !b || !x || !next) {
		fprintf(stderr, "%s: no memory for %d equations\n", argv[0], n);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < n; i++) { /* chosen so that every unknown is 1 */
		b[i] = 0.0;
		for (int j = 0; j < n; j++) {
			a[i * n + j] = i == j ? 2.0 * n : 1.0 / (1.0 + abs(i - j));
			b[i] += a[i * n + j];
		}
	}

	int iterations = solve(n, a, b, x, next);
	double error = 0.0;
	for (int i = 0; i < n; i++)
		error = fmax(error, fabs(x[i] - 1.0));

	printf("%d unknowns, %d iterations, %s\n", n, iterations, error < 1e-9 ? "solved" : "not solved");
	free(a);
	free(b);
	free(x);
	free(next);
	return error < 1e-9 ? EXIT_SUCCESS : EXIT_FAILURE;
}
