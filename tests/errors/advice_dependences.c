/* Iterations that need what other iterations compute. */
#include <stdio.h>

enum { N = 100 };

static double a[N], b[N], grid[N][N];

static void elements(int n, double *restrict p)
{
#pragma omp parallel for // note: the iterations run at the same time
	for (int i = 1; i < n; i++)
		a[i] = a[i - 1] + 1; // warning: an iteration of 'parallel for' uses what the one before it writes: 'a[i - 1]'
#pragma omp parallel for
	for (int i = 0; i < N - 3; i++)
		b[i] = b[i + 3]; // warning: an iteration of 'parallel for' uses what the one 3 after it overwrites: 'b[i + 3]'
#pragma omp parallel for // note: let them read a copy of 'p'
	for (int i = 0; i < n - 1; i++)
		p[i] = p[i + 1]; // warning: uses what the next one overwrites: 'p[i + 1]'
#pragma omp parallel for
	for (int i = n - 2; i >= 0; i--)
		p[i] += p[i + 1]; // warning: uses what the one before it writes: 'p[i + 1]'
#pragma omp parallel for
	for (int i = 1; i < n; i++)
		for (int j = 0; j < n; j++)
			grid[i][j] = grid[i - 1][j]; // warning: uses what the one before it writes: 'grid[i - 1][j]'
#pragma omp parallel
#pragma omp for schedule(static)
	for (int i = 1; i < n; i++)
		for (int j = 0; j < N; j++)
			p[i * N + j] += p[(i - 1) * N + j]; // warning: an iteration of 'for' uses what the one before it writes
#pragma omp parallel for
	for (int i = 0; i < n - 1; i++) {
		a[i] = i;
		a[i + 1] = 0; // warning: an iteration of 'parallel for' writes what the next one writes: 'a[i + 1]'
	}
}

static double scalars(int n, double step)
{
	double x = 0, sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		sum += x; // warning: an iteration of 'parallel for' uses what the one before it leaves in 'x'
		x += step; // note: compute 'x' from 'i' alone, as in: first + i * step
	}
	return sum;
}

int main(void)
{
	static double p[N * N];
	elements(N, p);
	printf("%g\n", scalars(N, 0.5) + p[0] + a[1] + b[1] + grid[1][1]);
}
