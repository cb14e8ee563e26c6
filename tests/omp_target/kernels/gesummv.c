/* y = alpha A x + beta B x: one loop, which maps by itself. */
// offloads: 1
// moves: 4 copies, 8832 bytes
#include <stdio.h>

enum { N = 23 };

static double a[N][N], b[N][N], x[N], y[N];

int main(void)
{
	double sum = 0;
	for (int i = 0; i < N; i++) {
		x[i] = i % 5;
		for (int j = 0; j < N; j++) {
			a[i][j] = (i + j) % 4;
			b[i][j] = (i * j) % 3;
		}
	}
	#pragma omp parallel for
	for (int i = 0; i < N; i++) {
		double ax = 0, bx = 0;
		for (int j = 0; j < N; j++) {
			ax += a[i][j] * x[j];
			bx += b[i][j] * x[j];
		}
		y[i] = 1.5 * ax + 1.25 * bx;
	}
	for (int i = 0; i < N; i++)
		sum += i * y[i];
	printf("%.17g\n", sum);
	return 0;
}
