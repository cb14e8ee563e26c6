/* C = alpha A A' + beta C below the diagonal, and then the upper half from the lower one on the host. */
// offloads: 2
// moves: 3 copies, 8320 bytes
#include <stdio.h>

enum { N = 20, M = 12 };

static double a[N][M], c[N][N];

int main(void)
{
	double sum = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < M; j++)
			a[i][j] = (i * j + 1) % 7;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			c[i][j] = (i + j) % 3;
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j <= i; j++)
			c[i][j] *= 1.25;
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int k = 0; k < M; k++)
			for (int j = 0; j <= i; j++)
				c[i][j] += 1.5 * a[i][k] * a[j][k];
	for (int i = 0; i < N; i++)
		for (int j = i + 1; j < N; j++)
			c[i][j] = c[j][i];
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			sum += (i + 3 * j) * c[i][j];
	printf("%.17g\n", sum);
	return 0;
}
