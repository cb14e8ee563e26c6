/* x1 += A y1 and x2 += A' y2, many times. */
// offloads: 2
// moves: 7 copies, 6200 bytes
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	const int n = 25, repeat = 6;
	double *a = calloc(n * n, sizeof *a), *x1 = calloc(n, sizeof *x1), *x2 = calloc(n, sizeof *x2);
	double *y1 = calloc(n, sizeof *y1), *y2 = calloc(n, sizeof *y2), sum = 0;
	for (int i = 0; i < n; i++) {
		x1[i] = i % 2;
		x2[i] = i % 3;
		y1[i] = i % 4;
		y2[i] = i % 5;
		for (int j = 0; j < n; j++)
			a[i * n + j] = (i * j) % 6;
	}
	for (int t = 0; t < repeat; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				x1[i] += a[i * n + j] * y1[j];
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				x2[i] += a[j * n + i] * y2[j];
	}
	for (int i = 0; i < n; i++)
		sum += i * x1[i] - x2[i];
	printf("%.17g\n", sum);
	free(a), free(x1), free(x2), free(y1), free(y2);
	return 0;
}
