/* D = alpha A B C + beta D: the product A B is needed on the device only. */
// offloads: 2
// moves: 5 copies, 12960 bytes
#include <stdio.h>
#include <stdlib.h>

static void two_mm(int n, double alpha, double beta, const double *restrict a, const double *restrict b, const double *restrict c,
		   double *restrict d)
{
	double *product = malloc(sizeof(double) * n * n);
	#pragma omp parallel for collapse(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int k = 0; k < n; k++)
				sum += alpha * a[i * n + k] * b[k * n + j];
			product[i * n + j] = sum;
		}
	#pragma omp parallel for collapse(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			double sum = beta * d[i * n + j];
			for (int k = 0; k < n; k++)
				sum += product[i * n + k] * c[k * n + j];
			d[i * n + j] = sum;
		}
	free(product);
}

int main(void)
{
	int n = 18;
	double *a = malloc(n * n * sizeof *a), *b = malloc(n * n * sizeof *b), *c = malloc(n * n * sizeof *c), *d = malloc(n * n * sizeof *d), sum = 0;
	for (int i = 0; i < n * n; i++) {
		a[i] = i % 7;
		b[i] = i % 5 - 2;
		c[i] = i % 3;
		d[i] = i % 11;
	}
	two_mm(n, 1.5, 0.5, a, b, c, d);
	for (int i = 0; i < n * n; i++)
		sum += i % 13 * d[i];
	printf("%.17g\n", sum);
	free(a), free(b), free(c), free(d);
	return 0;
}
