/*
 * lu.c - LU factorisation by blocks: tasks that wait for data, not for each other.
 *
 * A = L U, in place, for a matrix of blocks.  Which step must come before which follows from the blocks that each reads and
 * writes; depend says just that, and the runtime runs whatever is ready.
 *
 *     lu [blocks]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIZE = 32 }; /* rows and columns of a block */

typedef double block[SIZE][SIZE];

/* a = L U */
static void factor(block a)
{
	for (int k = 0; k < SIZE; k++)
		for (int i = k + 1; i < SIZE; i++) {
			a[i][k] /= a[k][k];
			for (int j = k + 1; j < SIZE; j++)
				a[i][j] -= a[i][k] * a[k][j];
		}
}

/* b = inverse of L * b, with L in the lower part of a */
static void solve_row(block a, block b)
{
	for (int k = 0; k < SIZE; k++)
		for (int i = k + 1; i < SIZE; i++)
			for (int j = 0; j < SIZE; j++)
				b[i][j] -= a[i][k] * b[k][j];
}

/* b = b * inverse of U, with U in the upper part of a */
static void solve_column(block a, block b)
{
	for (int k = 0; k < SIZE; k++)
		for (int i = 0; i < SIZE; i++) {
			b[i][k] /= a[k][k];
			for (int j = k + 1; j < SIZE; j++)
				b[i][j] -= b[i][k] * a[k][j];
		}
}

/* c = c - a * b */
static void update(block a, block b, block c)
{
	for (int i = 0; i < SIZE; i++)
		for (int k = 0; k < SIZE; k++)
			for (int j = 0; j < SIZE; j++)
				c[i][j] -= a[i][k] * b[k][j];
}

static void lu(int n, block *m)
{
	#pragma omp parallel
	#pragma omp single
	for (int k = 0; k < n; k++) {
		#pragma omp task depend(inout : m[k * n + k])
		factor(m[k * n + k]);

		for (int j = k + 1; j < n; j++) {
			#pragma omp task depend(in : m[k * n + k]) depend(inout : m[k * n + j])
			solve_row(m[k * n + k], m[k * n + j]);

			#pragma omp task depend(in : m[k * n + k]) depend(inout : m[j * n + k])
			solve_column(m[k * n + k], m[j * n + k]);
		}

		for (int i = k + 1; i < n; i++)
			for (int j = k + 1; j < n; j++) {
				#pragma omp task depend(in : m[i * n + k], m[k * n + j]) depend(inout : m[i * n + j])
				update(m[i * n + k], m[k * n + j], m[i * n + j]);
			}
	}
}

/* Element of the matrix that is factorised: a heavy diagonal keeps the numbers small. */
static double element(int order, int i, int j)
{
	return i == j ? order : 1.0 / (1.0 + abs(i - j));
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 8, order = n * SIZE;
	block *m;

	if (n < 1 || n > 200 || !(m = malloc((size_t)n * (size_t)n * sizeof *m))) {
		fprintf(stderr, "usage: %s [blocks], from 1 to 200\n", argv[0]);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < order; i++)
		for (int j = 0; j < order; j++)
			m[i / SIZE * n + j / SIZE][i % SIZE][j % SIZE] = element(order, i, j);

	lu(n, m);

	double error = 0.0; /* of L U against the matrix, along its last row */
	for (int j = 0; j < order; j++) {
		double sum = 0.0;

		for (int k = 0; k <= j; k++) {
			double l = k == order - 1 ? 1.0 : m[(n - 1) * n + k / SIZE][SIZE - 1][k % SIZE];

			sum += l * m[k / SIZE * n + j / SIZE][k % SIZE][j % SIZE];
		}
		error = fmax(error, fabs(sum - element(order, order - 1, j)));
	}
	printf("order %d, %s\n", order, error < 1e-9 ? "L U is the matrix" : "L U is not the matrix");
	free(m);
	return error < 1e-9 ? EXIT_SUCCESS : EXIT_FAILURE;
}
