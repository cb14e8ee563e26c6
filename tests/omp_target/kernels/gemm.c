/* C = alpha A B + beta C, in two loops: the result of the first stays on the device for the second. */
// offloads: 2
// moves: 4 copies, 17536 bytes
#include <stdio.h>

enum { N = 24, M = 20, K = 28 };

static double a[N][K], b[K][M], c[N][M];

int main(void)
{
	double alpha = 1.5, beta = 1.25, sum = 0;
	for (int i = 0; i < N; i++)
		for (int k = 0; k < K; k++)
			a[i][k] = (i * k + 1) % 7;
	for (int k = 0; k < K; k++)
		for (int j = 0; j < M; j++)
			b[k][j] = (k * (j + 1)) % 5;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < M; j++)
			c[i][j] = i - j;

	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < M; j++)
			c[i][j] *= beta;
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int k = 0; k < K; k++)
			for (int j = 0; j < M; j++)
				c[i][j] += alpha * a[i][k] * b[k][j];

	for (int i = 0; i < N; i++)
		for (int j = 0; j < M; j++)
			sum += (i + 2 * j) * c[i][j];
	printf("%.17g\n", sum);
	return 0;
}
