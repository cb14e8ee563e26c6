/* A heat equation in one dimension, the norm of the result, and a loop that must stay where it is. */
#include <stdio.h>
#include <stdlib.h>

static void step(int n, double c, const double *restrict u, double *restrict v)
{
	#pragma omp parallel for
	for (int i = 1; i < n - 1; i++)
		v[i] = u[i] + c * (u[i - 1] - 2 * u[i] + u[i + 1]); /* neighbours */
}

static double squares(int n, const double *u)
{
	double sum = 0;
	#pragma omp parallel for reduction(+ : sum) schedule(static)
	for (int i = 0; i < n; i++)
		sum += u[i] * u[i];
	return sum;
}

int main(void)
{
	int n = 100;
	double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v);

#pragma omp parallel for default(none) shared(u, v, n)
	for (int i = 0; i < n; i++)
		u[i] = v[i] = i == n / 2;
	for (int t = 0; t < 10; t++) {
		step(n, 0.25, u, v);
		step(n, 0.25, v, u);
	}
	double norm = squares(n, u);
	#pragma omp parallel for
	for (int i = 0; i < 1; i++)
		printf("%g\n", norm);
	free(u);
	free(v);
	return 0;
}
