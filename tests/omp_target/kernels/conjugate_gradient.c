/* Conjugate gradients: vectors stay on the device, each step brings two sums to the host. */
// offloads: 4
// moves: 46 copies, 2384 bytes
#include <stdio.h>
#include <stdlib.h>

static double dot(int n, const double *restrict a, const double *restrict b)
{
	double sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

int main(void)
{
	int n = 64;
	double *x = malloc(n * sizeof *x), *r = malloc(n * sizeof *r), *p = malloc(n * sizeof *p), *q = malloc(n * sizeof *q), check = 0;
	for (int i = 0; i < n; i++) {
		x[i] = 0;
		p[i] = r[i] = 1 + i % 3;
	}
	double rr = dot(n, r, r);
	for (int step = 0; step < 10; step++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			q[i] = 4 * p[i] - (i > 0 ? p[i - 1] : 0) - (i < n - 1 ? p[i + 1] : 0);
		double alpha = rr / dot(n, p, q), before = rr;
		#pragma omp parallel for
		for (int i = 0; i < n; i++) {
			x[i] += alpha * p[i];
			r[i] -= alpha * q[i];
		}
		rr = dot(n, r, r);
		double beta = rr / before;
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			p[i] = r[i] + beta * p[i];
	}
	for (int i = 0; i < n; i++)
		check += i * x[i];
	printf("%.6f\n", check);
	free(x), free(r), free(p), free(q);
	return 0;
}
