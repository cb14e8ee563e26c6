// A file without directives that is included inside a region belongs to the region: its names are the region's.
// expect: 1 0 3
#include <stdio.h>

int n;

static int twice(int count)
{
	int n = count;
#pragma omp parallel num_threads(1)
	{
#include "extra/count_up.inc"
#pragma omp single
		{
#include "extra/count_up.inc"
		}
	}
	return n;
}

int main(void)
{
	int result = 0;
	{
		int n = 0;
#pragma omp parallel num_threads(1)
		{
#include "extra/count_up.inc"
		}
		result = n;
	}
	printf("%d %d %d\n", result, n, twice(1));
	return 0;
}
