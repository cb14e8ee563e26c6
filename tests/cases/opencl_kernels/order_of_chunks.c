// expect: 0 0 0 0 0 0
// Iterations depend on those before them: at the distance that safelen gives, or in the chunks of a static schedule.
#include <stdio.h>

enum { N = 1024 };

static int wrong(const int *x, int chunk, int distance)
{
	int bad = 0;
	for (int i = 0; i < N; i++)
		bad += x[i] != i % chunk / distance + 1;
	return bad;
}

int main(void)
{
	int a[N], b[N], c[N], d[N], e[N], f[N], chunk = 32;
	for (int i = 0; i < N; i++)
		a[i] = b[i] = c[i] = d[i] = e[i] = f[i] = 1;
	#pragma omp target simd safelen(1) map(tofrom : a)
	for (int i = 1; i < N; i++)
		a[i] += a[i - 1];
	#pragma omp target simd safelen(8) map(tofrom : b)
	for (int i = 8; i < N; i++)
		b[i] += b[i - 8];
	#pragma omp target teams distribute simd dist_schedule(static, 64) safelen(4) map(tofrom : c)
	for (int i = 0; i < N; i++)
		if (i % 64 >= 4)
			c[i] += c[i - 4];
	#pragma omp target parallel for simd schedule(static, 64) safelen(4) map(tofrom : d)
	for (int i = 0; i < N; i++)
		if (i % 64 >= 4)
			d[i] += d[i - 4];
	#pragma omp target teams distribute parallel for schedule(static, chunk) dist_schedule(static, 256) map(tofrom : e)
	for (int i = 0; i < N; i++)
		if (i % chunk)
			e[i] += e[i - 1];
	#pragma omp target map(tofrom : f)
	{
		int size = 2 * chunk;
		#pragma omp parallel for schedule(static, size)
		for (int i = 0; i < N; i++)
			if (i % size)
				f[i] += f[i - 1];
	}
	printf("%d %d %d %d %d %d\n", wrong(a, N, 1), wrong(b, N, 8), wrong(c, 64, 4), wrong(d, 64, 4), wrong(e, 32, 1), wrong(f, 64, 1));
	return 0;
}
