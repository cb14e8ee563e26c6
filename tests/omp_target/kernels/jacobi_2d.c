/* A five-point stencil until it changes little: the host looks at the change of each step, and at the grid now and then. */
// offloads: 2
// moves: 145 copies, 5736 bytes
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int solve(int n, double *restrict u, double *restrict v)
{
	int steps = 0;
	for (;;) {
		double change = 0;
		#pragma omp parallel for collapse(2)
		for (int i = 1; i < n - 1; i++)
			for (int j = 1; j < n - 1; j++)
				v[i * n + j] = 0.25 * (u[(i - 1) * n + j] + u[(i + 1) * n + j] + u[i * n + j - 1] + u[i * n + j + 1]);
		#pragma omp parallel for reduction(max : change) collapse(2)
		for (int i = 1; i < n - 1; i++)
			for (int j = 1; j < n - 1; j++) {
				change = fmax(change, fabs(v[i * n + j] - u[i * n + j]));
				u[i * n + j] = v[i * n + j];
			}
		if (++steps % 20 == 0)
			printf("%d: %.10f\n", steps, u[n * n / 2]);
		if (change < 1e-3)
			break;
	}
	return steps;
}

int main(void)
{
	int n = 12;
	double *u = calloc(n * n, sizeof *u), *v = calloc(n * n, sizeof *v), sum = 0;
	for (int i = 0; i < n; i++)
		u[i] = 1;
	printf("%d steps\n", solve(n, u, v));
	for (int i = 0; i < n * n; i++)
		sum += i % 7 * u[i];
	printf("%.10f\n", sum);
	free(u), free(v);
	return 0;
}
