// Functions with directives, and functions that ask about threads, go along with the kernel that calls them.
// expect: 2016 85344 4 128
// expect: 450
#include <stdio.h>
#include <omp.h>

static int hits(int *h, int v)
{
	int old;
	#pragma omp atomic capture
	{ old = *h; *h += v; }
	return old;
}

static double dot(int n, const double *x, double *y)
{
	double s = 0;
	#pragma omp simd reduction(+: s)
	for (int i = 0; i < n; i++)
		s += x[i] * y[i];
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		y[i] += 1;
	return s;
}

static int me(void)
{
	return omp_get_thread_num() < omp_get_num_threads();
}

/* rows of variable length, whole and by the row */
static double first(int m, double row[m])
{
	return row[0] + m;
}

static void rows(int n)
{
	int m = n / 2;
	double a[n][m], b[n], s = 0;
	for (int i = 0; i < n; i++)
		b[i] = i;
	#pragma omp target teams distribute parallel for collapse(2) map(from: a) map(to: b[0:n])
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			a[i][j] = b[i] * j;
	#pragma omp target parallel for reduction(+: s) map(tofrom: a)
	for (int i = 0; i < n; i++) {
		double sum = first(m, a[i]) - m;
		for (int j = 0; j < m; j++)
			sum += a[i][j];
		s += sum;
	}
	printf("%g\n", s);
}

int main(void)
{
	double x[64], y[64], s = 0;
	int h = 0, good = 0;
	for (int i = 0; i < 64; i++)
		x[i] = y[i] = i;
	#pragma omp target teams distribute parallel for map(tofrom: h) reduction(+: good)
	for (int i = 0; i < 64; i++)
		good += me() + (hits(&h, i) >= 0);
	#pragma omp target map(from: s) map(tofrom: y)
	s = dot(64, x, y);
	printf("%d %g %g %d\n", h, s, y[3], good);
	rows(10);
	return 0;
}
