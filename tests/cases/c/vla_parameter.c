// Variably modified parameters: a[n][m], a pointer to a VLA, static in the brackets, and their sizeof in the region.
// expect: 4950 99 160 1600
#include <stdio.h>

static long sum_of(int n, int m, int a[n][m])
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			sum += a[i][j];
	return sum;
}

static int last_of(int n, int m, int (*a)[m])
{
	int last = -1;
#pragma omp parallel for lastprivate(last)
	for (int i = 0; i < n; i++)
		last = a[i][m - 1];
	return last;
}

static void sizes(int n, int m, double rows[static 2][n][m], unsigned long *one, unsigned long *all)
{
#pragma omp parallel
	{
#pragma omp single
		{
			*one = sizeof rows[0][0];
			*all = sizeof *rows;
		}
	}
}

int main(void)
{
	int n = 10, m = 10;
	int a[n][m];
	double d[2][10][20] = {{{0}}};
	unsigned long one, all;

	for (int i = 0; i < n * m; i++)
		a[i / m][i % m] = i;
	sizes(10, 20, d, &one, &all);
	printf("%ld %d %lu %lu\n", sum_of(n, m, a), last_of(n, m, a), one, all);
	return 0;
}
