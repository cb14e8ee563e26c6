/* LU decomposition: the loop over pivots is the host's, the matrix stays on the device. */
// offloads: 2
// moves: 2 copies, 9216 bytes
#include <stdio.h>

enum { N = 24 };

static double a[N][N];

static void lu(void)
{
	for (int k = 0; k < N - 1; k++) {
		#pragma omp parallel for
		for (int i = k + 1; i < N; i++)
			a[i][k] /= a[k][k];
		#pragma omp parallel for
		for (int i = k + 1; i < N; i++)
			for (int j = k + 1; j < N; j++)
				a[i][j] -= a[i][k] * a[k][j];
	}
}

int main(void)
{
	double sum = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			a[i][j] = i == j ? 64 : (i * j) % 5;
	lu();
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			sum += (i - 2 * j) * a[i][j];
	printf("%.17g\n", sum);
	return 0;
}
