/* Cholesky decomposition: the host takes the root of each pivot, which it gets and gives back. */
// offloads: 2
// moves: 34 copies, 4352 bytes
#include <math.h>
#include <stdio.h>

int main(void)
{
	enum { N = 16 };
	double a[N][N], sum = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			a[i][j] = i == j ? 40 : 1.0 / (1 + i + j);
	for (int k = 0; k < N; k++) {
		a[k][k] = sqrt(a[k][k]);
		#pragma omp parallel for
		for (int i = k + 1; i < N; i++)
			a[i][k] /= a[k][k];
		#pragma omp parallel for
		for (int i = k + 1; i < N; i++)
			for (int j = k + 1; j <= i; j++)
				a[i][j] -= a[i][k] * a[j][k];
	}
	for (int i = 0; i < N; i++)
		for (int j = 0; j <= i; j++)
			sum += (i + j) * a[i][j];
	printf("%.17g\n", sum);
	return 0;
}
