/* Stencils over time: loops that read neighbours and write all but the edge. */
// offloads: 9
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 5, SIDE = 20 };

static float before[SIDE][SIDE], after[SIDE][SIDE];
static double ex[SIDE][SIDE], ey[SIDE][SIDE], hz[SIDE][SIDE];

static void jacobi_1d(int n, double *restrict a, double *restrict b)
{
	for (int t = 0; t < STEPS; t++) {
		#pragma omp parallel for
		for (int i = 1; i < n - 1; i++)
			b[i] = a[i - 1] + a[i] + a[i + 1];
		#pragma omp parallel for
		for (int i = 1; i < n - 1; i++)
			a[i] = b[i - 1] - b[i] + b[i + 1];
	}
}

static void jacobi_2d(void)
{
	int t, i, j;
	for (t = 0; t < STEPS; t++) {
		#pragma omp parallel for private(j)
		for (i = 1; i <= SIDE - 2; i++)
			for (j = 1; j <= SIDE - 2; j++)
				after[i][j] = before[i][j - 1] + before[i][j + 1] + before[i - 1][j] + before[i + 1][j];
		#pragma omp parallel for private(i)
		for (j = SIDE - 2; j >= 1; j--)
			for (i = 1; i != SIDE - 1; ++i)
				before[i][j] = after[i][j] / 4;
	}
}

static void heat_3d(int n, int *restrict from, int *restrict to)
{
	#pragma omp parallel for collapse(3)
	for (int i = 1; i < n - 1; i++)
		for (int j = 1; j < n - 1; j++)
			for (int k = 1; k < n - 1; k++) {
				int at = (i * n + j) * n + k;
				to[at] = from[at - 1] + from[at + 1] + from[at - n] + from[at + n] + from[at - n * n] + from[at + n * n];
			}
}

static void fdtd_2d(void)
{
	for (int t = 0; t < STEPS; t++) {
		#pragma omp parallel for
		for (int j = 0; j < SIDE; j++)
			ey[0][j] = t;
		#pragma omp parallel for simd collapse(2)
		for (int i = 1; i < SIDE; i++)
			for (int j = 0; j < SIDE; j++)
				ey[i][j] -= hz[i][j] - hz[i - 1][j];
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < SIDE; i++)
			for (int j = 1; j < SIDE; j++)
				ex[i][j] -= hz[i][j] - hz[i][j - 1];
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < SIDE - 1; i++)
			for (int j = 0; j < SIDE - 1; j++)
				hz[i][j] -= ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j];
	}
}

int main(void)
{
	int n = 9;
	double *a = malloc(n * sizeof *a), *b = malloc(n * sizeof *b), sum = 0;
	int *from = malloc(n * n * n * sizeof *from), *to = malloc(n * n * n * sizeof *to);
	for (int i = 0; i < n; i++)
		a[i] = b[i] = i * i;
	for (int i = 0; i < n * n * n; i++)
		from[i] = to[i] = i % 11;
	for (int i = 0; i < SIDE; i++)
		for (int j = 0; j < SIDE; j++)
			before[i][j] = after[i][j] = (float)(hz[i][j] = i + 3 * j);
	jacobi_1d(n, a, b);
	jacobi_2d();
	heat_3d(n, from, to);
	fdtd_2d();
	for (int i = 0; i < n; i++)
		sum += a[i] + b[i];
	for (int i = 0; i < n * n * n; i++)
		sum += i % 3 * to[i];
	for (int i = 0; i < SIDE; i++)
		for (int j = 0; j < SIDE; j++)
			sum += before[i][j] + (i + 2 * j) * (ex[i][j] + ey[i][j] + hz[i][j]);
	printf("%.17g\n", sum);
	free(a), free(b), free(from), free(to);
	return 0;
}
