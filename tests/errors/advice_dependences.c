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
		x += step; // note: compute 'x' from 'i': x0 + i * step, where x0 is 'x' before the loop
	}
	return sum;
}

/* Steps of which the outcome is used: a formula where it is certain, else only what is. */
static double outcomes(int n, const double *w, double *b, int *index)
{
	double x = 0, y = 1, z = 0, s = 0, t = 0, u = 0;
	int k = 0, c = -1, m = 0, q = 0;
	const double step = 0.25;
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		x += step; // warning: uses what the one before it leaves in 'x'
		b[i] = x;  // note(-1): compute 'x' from 'i': x0 + (i + 1) * step, where x0 is 'x' before the loop
	}
#pragma omp parallel for
	for (int i = 1; i < n; i++) {
		b[i] = y; // warning: leaves in 'y'
		y -= 0.5; // note: compute 'y' from 'i': y0 - (i - 1) * 0.5, where
	}
#pragma omp parallel for
	for (int i = 0; i < n; i += 2) {
		b[i] = u; // warning: leaves in 'u'
		u += step; // note: compute 'u' from 'i' and its value before the loop
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		z += w[i]; // note: for the sum so far there are reduction(inscan, + : z) and the directive 'scan'
		b[i] = z;  // warning(-1): leaves in 'z'
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		b[k++] = w[i]; /* warning: an iteration of 'parallel for' uses what the one before it leaves in 'k' */
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		b[++c] = w[i]; // note: compute 'c' from 'i' and its value before the loop; where any order will do, 'atomic capture' takes it
#pragma omp parallel for // warning(-1): leaves in 'c'
	for (int i = 0; i < n; i++)
		b[i] = (s += w[i]); // note: reduction(inscan, + : s)
#pragma omp parallel for // warning(-1): leaves in 's'
	for (int i = 0; i < n; i++)
		b[i] = t += w[i]; // note: reduction(inscan, + : t)
#pragma omp parallel for // warning(-1): leaves in 't'
	for (int i = 0; i < n; i++)
		*(b + q++) = w[i]; // warning: leaves in 'q'
#pragma omp parallel
	index[m++] = n; // warning: 'm' is shared by all threads, and each of them writes it
	return x + z + s + t + k + c + q; // note(-1): 'atomic capture' gives each thread a value of its own
}

int main(void)
{
	int index[N];
	static double p[N * N];
	elements(N, p);
	printf("%g\n", scalars(N, 0.5) + outcomes(N, a, b, index) + p[0] + a[1] + b[1] + grid[1][1]);
}
