// K&R function definitions with regions that capture their parameters.
// flags: -std=gnu89 -Wno-deprecated-non-prototype -Wno-implicit-int -Wno-return-type
// expect: 4950 10 3
#include <stdio.h>

static long sum_of(v, n, scale)
	int *v;
	int n;
	float scale;
{
	long sum = 0;
	int i;
#pragma omp parallel for private(i) reduction(+ : sum)
	for (i = 0; i < n; i++)
		sum += (long)(v[i] * scale);
	return sum;
}

static int count(limit, small)
	short limit;
	char small;
{
	int n = 0, i;
#pragma omp parallel for reduction(+ : n)
	for (i = 0; i < limit; i += small)
		n++;
	return n;
}

static no_type(a, b)
	int a, b;
{
	int c = 0;
#pragma omp parallel
	{
#pragma omp single
		c = a + b;
	}
	return c;
}

int main()
{
	int v[100], i;

	for (i = 0; i < 100; i++)
		v[i] = i;
	printf("%ld %d %d\n", sum_of(v, 100, 1.0f), count(20, 2), no_type(1, 2));
	return 0;
}
