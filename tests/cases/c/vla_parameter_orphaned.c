// A worksharing loop over a variably modified parameter, outside the function with the parallel region.
// expect: 24502500
#include <stdio.h>

static void fill(int n, int m, long a[n][m])
{
	int i, j;
#pragma omp for private(j)
	for (i = 0; i < n; i++)
		for (j = 0; j < m; j++)
			a[i][j] = (long)i * j;
}

int main(void)
{
	int n = 100, m = 100;
	long a[n][m], sum = 0;

#pragma omp parallel
	fill(n, m, a);
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			sum += a[i][j];
	printf("%ld\n", sum);
	return 0;
}
