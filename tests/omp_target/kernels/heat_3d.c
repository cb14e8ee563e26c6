/* A seven-point stencil over time; the arrays are the caller's. */
// offloads: 2
// moves: 4 copies, 32000 bytes
#include <stdio.h>

enum { N = 10 };

typedef double grid[N][N][N];

static void heat_3d(int steps, double a[restrict N][N][N], double b[restrict N][N][N])
{
	for (int t = 1; t <= steps; t++) {
		#pragma omp parallel for collapse(3)
		for (int i = 1; i < N - 1; i++)
			for (int j = 1; j < N - 1; j++)
				for (int k = 1; k < N - 1; k++)
					b[i][j][k] = 0.5 * a[i][j][k] + 0.125 * (a[i + 1][j][k] + a[i - 1][j][k] + a[i][j + 1][k] + a[i][j - 1][k]);
		#pragma omp parallel for collapse(3)
		for (int i = 1; i < N - 1; i++)
			for (int j = 1; j < N - 1; j++)
				for (int k = 1; k < N - 1; k++)
					a[i][j][k] = 0.5 * b[i][j][k] + 0.25 * (b[i][j][k + 1] + b[i][j][k - 1]);
	}
}

int main(void)
{
	static grid a, b;
	double sum = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			for (int k = 0; k < N; k++)
				a[i][j][k] = b[i][j][k] = (i + j + (N - k)) * 10.0 / N;
	heat_3d(8, a, b);
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			for (int k = 0; k < N; k++)
				sum += (i + 2 * j + 3 * k) * a[i][j][k];
	printf("%.17g\n", sum);
	return 0;
}
