// const, restrict, volatile and register variables and parameters captured by a region.
// expect: 4950 100 7 7 4950
#include <stdio.h>

static void copy(int *restrict to, const int *restrict const from, const int n)
{
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		to[i] = from[i];
}

int main(void)
{
	int a[100], b[100];
	const int limit = 100;
	static const char *const names[] = {"seven", "letters"};
	volatile int flag = 0;
	register int seven = 7;
	register long sum = 0;
	volatile const int *watched = &flag;
	long second = 0;
	int seen = 0;

	for (int i = 0; i < limit; i++)
		a[i] = i;
	copy(b, a, limit);
#pragma omp parallel shared(flag, watched)
	{
#pragma omp for reduction(+ : sum)
		for (register int i = 0; i < limit; i++)
			sum += b[i];
#pragma omp single
		{
			flag = limit;
			seen = *watched == limit ? names[1][6] == 's' ? seven : 0 : -1;
		}
	}
#pragma omp parallel for firstprivate(seven, limit) reduction(+ : second)
	for (int i = 0; i < limit; i++)
		second += b[i] + seven - 7;
	printf("%ld %d %d %d %ld\n", sum, flag, seven, seen, second);
	return 0;
}
