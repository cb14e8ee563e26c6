/* The greatest eigenvalue: the host divides by the norm, which is all that it needs to see. */
// offloads: 3
// moves: 55 copies, 4240 bytes
#include <math.h>
#include <stdio.h>

enum { N = 20 };

static double a[N][N], x[N], y[N];

int main(void)
{
	double norm = 0;
	for (int i = 0; i < N; i++) {
		x[i] = 1;
		for (int j = 0; j < N; j++)
			a[i][j] = i == j ? 8 : 1.0 / (1 + i + j);
	}
	for (int step = 0; step < 25; step++) {
		norm = 0;
		#pragma omp parallel for
		for (int i = 0; i < N; i++) {
			y[i] = 0;
			for (int j = 0; j < N; j++)
				y[i] += a[i][j] * x[j];
		}
		#pragma omp parallel for reduction(+ : norm)
		for (int i = 0; i < N; i++)
			norm += y[i] * y[i];
		norm = sqrt(norm);
		#pragma omp parallel for
		for (int i = 0; i < N; i++)
			x[i] = y[i] / norm;
	}
	printf("%.9f\n", norm);
	return 0;
}
