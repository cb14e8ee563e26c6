/* Kernels of linear algebra on arrays of fixed size, arrays of variable length and rows in one allocation. */
// offloads: 17
#include <stdio.h>
#include <stdlib.h>

#define N 24
#define M 17

static double A[N][M], B[M][N], C[N][N], D[N][N];

static void fill(void)
{
	int i, j;
#pragma omp parallel for private(j)
	for (i = 0; i < N; i++)
		for (j = 0; j < M; j++) {
			A[i][j] = (i * j) % 5;
			B[j][i] = (i + 2 * j) % 7;
		}
#pragma omp parallel for collapse(2)
	for (i = 0; i < N; i++)
		for (j = 0; j < N; j++) {
			C[i][j] = i - j;
			D[i][j] = 0;
		}
}

static void gemm(double alpha, double beta)
{
#pragma omp parallel for
	for (int i = 0; i < N; i++) {
		for (int j = 0; j < N; j++)
			C[i][j] *= beta;
		for (int k = 0; k < M; k++)
			for (int j = 0; j < N; j++)
				C[i][j] += alpha * A[i][k] * B[k][j];
	}
}

static void two_products(int n, double t[restrict n][n])
{
	#pragma omp parallel for collapse(2) schedule(static)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			t[i][j] = 0;
			for (int k = 0; k < n; ++k)
				t[i][j] += C[i][k] * D[k][j];
		}
}

static void atax(int n, int m, const double (*restrict a)[M], const double *restrict x, double *restrict y, double *restrict t)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		t[i] = 0.0;
		for (int j = 0; j < m; j++)
			t[i] += a[i][j] * x[j];
	}
	#pragma omp parallel for
	for (int j = 0; j < m; j++) {
		y[j] = 0.0;
		for (int i = 0; i < n; i++)
			y[j] += a[i][j] * t[i];
	}
}

static void mvt(size_t n, double *restrict x1, double *restrict x2, const double *restrict a)
{
#pragma omp parallel for
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			x1[i] = x1[i] + a[i * n + j];
#pragma omp parallel loop
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			x2[i] = x2[i] + a[j * n + i];
}

static void syrk(int n, double *restrict c, double *restrict a)
{
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		for (int j = 0; j <= i; j++)
			c[i * n + j] *= 2;
		for (int k = 0; k < n; k++)
			for (int j = 0; j <= i; j++)
				c[i * n + j] += a[i * n + k] * a[j * n + k];
	}
}

static void doitgen(int r, int q, int p, double *restrict a, double *restrict sum)
{
#pragma omp parallel for collapse(2)
	for (int i = 0; i < r; i++)
		for (int j = 0; j < q; j++)
			for (int s = 0; s < p; s++)
				sum[(i * q + j) * p + s] = a[(i * q + j) * p + s] + 1;
}

static double trace_and_norm(double *norm)
{
	double trace = 0, sum = 0;
	#pragma omp parallel for reduction(+ : trace) reduction(max : sum)
	for (int i = 0; i < N; i++) {
		trace += C[i][i];
		for (int j = 0; j < N; j++)
			sum = C[i][j] > sum ? C[i][j] : sum;
	}
	*norm = sum;
	return trace;
}

int main(void)
{
	int n = 12;
	double norm, *x = malloc(M * sizeof *x), *y = calloc(M, sizeof(double)), *t = malloc(sizeof(double) * N);
	double *c = malloc((size_t)n * n * sizeof *c), *a = malloc(sizeof *a * n * n), *sum = malloc(n * n * sizeof *sum);
	double variable[n][n], whole[N][N];
	fill();
	gemm(2, 3);
	two_products(N, whole);
#pragma omp parallel for
	for (int i = 0; i < M; i++)
		x[i] = i;
	atax(N, M, (const double (*)[M])A, x, y, t);
	#pragma omp parallel for collapse(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			a[i * n + j] = i + j;
			c[i * n + j] = variable[i][j] = i - j;
		}
	mvt(n, x, y, a);
	syrk(n, c, a);
	doitgen(3, 4, 12, a, sum);
#pragma omp parallel for firstprivate(n)
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			variable[j][i] = variable[i][j];
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			c[j * n + i] = c[i * n + j] + 1;
	double check = 0;
#pragma omp parallel for reduction(+ : check)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			check += (i + 2 * j) * (c[i * n + j] + variable[i][j] + sum[i * n + j]) + whole[i][j];
	double edge = 0;
	#pragma omp parallel for reduction(+ : edge)
	for (int i = 0; i < M; i++)
		edge += (i + 1) * (x[i] + y[i] + t[i]);
	double trace = trace_and_norm(&norm);
	printf("%.17g %.17g %.17g %.17g\n", trace, norm, check, edge);
	free(x), free(y), free(t), free(c), free(a), free(sum);
	return 0;
}
