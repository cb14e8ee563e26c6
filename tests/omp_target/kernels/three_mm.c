/* G = (A B) (C D): the two products stay on the device. */
// offloads: 3
// moves: 10 copies, 10240 bytes
#include <stdio.h>

enum { N = 16 };

typedef float matrix[N][N];

static matrix a, b, c, d, e, f, g;

static void fill(matrix m, int step)
{
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			m[i][j] = (float)((i * step + j) % 9);
}

int main(void)
{
	double sum = 0;
	fill(a, 1);
	fill(b, 2);
	fill(c, 3);
	fill(d, 4);
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			e[i][j] = 0;
			for (int k = 0; k < N; k++)
				e[i][j] += a[i][k] * b[k][j];
		}
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			f[i][j] = 0;
			for (int k = 0; k < N; k++)
				f[i][j] += c[i][k] * d[k][j];
		}
	#pragma omp parallel for
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			g[i][j] = 0;
			for (int k = 0; k < N; k++)
				g[i][j] += e[i][k] * f[k][j];
		}
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			sum += (i + j) * g[i][j];
	printf("%.17g\n", sum);
	return 0;
}
