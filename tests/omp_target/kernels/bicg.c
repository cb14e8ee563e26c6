/* q = A p and s = A' r: both loops read the matrix. */
// offloads: 2
// moves: 7 copies, 5032 bytes
#include <stdio.h>

enum { N = 26, M = 19 };

static void bicg(double a[restrict N][M], double *restrict s, double *restrict q, const double *restrict p, const double *restrict r)
{
	#pragma omp parallel for
	for (int j = 0; j < M; j++) {
		s[j] = 0;
		for (int i = 0; i < N; i++)
			s[j] += r[i] * a[i][j];
	}
	#pragma omp parallel for
	for (int i = 0; i < N; i++) {
		q[i] = 0;
		for (int j = 0; j < M; j++)
			q[i] += a[i][j] * p[j];
	}
}

int main(void)
{
	static double a[N][M], s[M], q[N], p[M], r[N];
	double sum = 0;
	for (int i = 0; i < N; i++) {
		r[i] = i % 3;
		for (int j = 0; j < M; j++)
			a[i][j] = (i * (j + 1)) % 8;
	}
	for (int j = 0; j < M; j++)
		p[j] = j % 5;
	bicg(a, s, q, p, r);
	for (int i = 0; i < N; i++)
		sum += i * q[i];
	for (int j = 0; j < M; j++)
		sum += 3 * j * s[j];
	printf("%.17g\n", sum);
	return 0;
}
