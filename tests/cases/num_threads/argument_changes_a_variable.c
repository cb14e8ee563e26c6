// A clause that changes a variable through its address: the region sees the new value.
// expect: 2 2
#include <stdio.h>

static int next(int *value)
{
	return *value += 1;
}

int main(void)
{
	int n = 1, seen = 0;
	#pragma omp parallel num_threads(next(&n))
	{
		#pragma omp single
		seen = n;
	}
	printf("%d %d\n", n, seen);
	return 0;
}
