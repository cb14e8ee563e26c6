/* A three-point stencil over time: both arrays stay on the device. */
// offloads: 2
// moves: 3 copies, 4800 bytes
#include <stdio.h>

enum { N = 200, STEPS = 12 };

int main(void)
{
	double a[N], b[N], sum = 0;
	for (int i = 0; i < N; i++)
		a[i] = b[i] = (i * 7) % 11;
	for (int t = 0; t < STEPS; t++) {
		#pragma omp parallel for
		for (int i = 1; i < N - 1; i++)
			b[i] = 0.25 * (a[i - 1] + 2 * a[i] + a[i + 1]);
		#pragma omp parallel for
		for (int i = 1; i < N - 1; i++)
			a[i] = 0.25 * (b[i - 1] + 2 * b[i] + b[i + 1]);
	}
	for (int i = 0; i < N; i++)
		sum += i * a[i];
	printf("%.17g\n", sum);
	return 0;
}
