/* A += u1 v1' + u2 v2'; x = beta A' y + z; w = alpha A x. */
// offloads: 4
// moves: 10 copies, 5040 bytes
#include <stdio.h>

enum { N = 21 };

int main(void)
{
	double a[N][N], u1[N], v1[N], u2[N], v2[N], x[N], y[N], z[N], w[N], alpha = 1.5, beta = 0.5, sum = 0;
	for (int i = 0; i < N; i++) {
		u1[i] = i;
		u2[i] = i % 3;
		v1[i] = i % 4;
		v2[i] = i % 5;
		y[i] = i % 6;
		z[i] = i % 7;
		x[i] = w[i] = 0;
		for (int j = 0; j < N; j++)
			a[i][j] = (i * j) % 9;
	}
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			a[i][j] += u1[i] * v1[j] + u2[i] * v2[j];
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			x[i] += beta * a[j][i] * y[j];
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		x[i] += z[i];
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			w[i] += alpha * a[i][j] * x[j];
	for (int i = 0; i < N; i++)
		sum += i * w[i];
	printf("%.17g\n", sum);
	return 0;
}
