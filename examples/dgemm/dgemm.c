/*
 * dgemm.c - C = C + A * B for square matrices of doubles, one directive.
 *
 * The loops run in the order i, k, j, so that the innermost one walks along rows of B and C.  The rows of C are shared
 * out among the threads; no two threads write the same row, so nothing else is needed.
 *
 * With A[i][j] = i and B[i][j] = j every element is known: C[i][j] = n * i * j.  The sum of all of them is
 * n * (n(n-1)/2) * (n(n-1)/2) = 0.25 * n^3 * (n-1)^2, which checks the result.
 *
 *     dgemm [order]
 */
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

static void multiply(int n, const double *restrict a, const double *restrict b, double *restrict c)
{
	int i, j, k;

	#pragma omp parallel for private(j, k)
	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++)
			for (j = 0; j < n; j++)
				c[i * n + j] += a[i * n + k] * b[k * n + j];
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 1000;
	if (n < 1 || n > 20000) {
		fprintf(stderr, "usage: %s [order]\n", argv[0]);
		return EXIT_FAILURE;
	}

	size_t elements = (size_t)n * (size_t)n;
	double *a = malloc(elements * sizeof *a), *b = malloc(elements * sizeof *b), *c = calloc(elements, sizeof *c);
	if (!a || !b || !c) {
		fprintf(stderr, "%s: no memory for matrices of order %d\n", argv[0], n);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < n; i++) {
		for (int j = 0; j < n; j++) {
			a[i * n + j] = i;
			b[i * n + j] = j;
		}
	}

	double start = omp_get_wtime();
	multiply(n, a, b, c);
	double seconds = omp_get_wtime() - start;

	double sum = 0.0, order = n, wrong = 0.0;
	for (int i = 0; i < n; i++) {
		for (int j = 0; j < n; j++) {
			sum += c[i * n + j];
			wrong = fmax(wrong, fabs(c[i * n + j] - order * i * j));
		}
	}
	double exact = 0.25 * order * order * order * (order - 1.0) * (order - 1.0);
	double error = exact > 0.0 ? fabs(sum - exact) / exact : fabs(sum);

	printf("sum = %.6e  error %.1e  order %d  threads %d  %.3f seconds\n", sum, error, n, omp_get_max_threads(), seconds);
	free(a);
	free(b);
	free(c);
	return error < 1e-12 && wrong < 1e-6 ? EXIT_SUCCESS : EXIT_FAILURE;
}
