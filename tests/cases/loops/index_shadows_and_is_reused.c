// loops: an index that shadows an outer variable, or is a parameter, leaves the outer one alone and may be reused in the next loop.
// expect: 6 7 45 45
#include <stdio.h>

static int with_parameter(int i)
{
	int sum = 0;
	#pragma omp parallel for reduction(+: sum)
	for (i = 0; i < 10; i++)
		sum += i;
	return sum;
}

int main(void)
{
	int i = 7, sum = 0, outer = 0;
	#pragma omp parallel for reduction(+: sum)
	for (int i = 0; i < 4; i++) {
		int copy = i;
		sum += copy;
	}
	outer = i;
	int again = 0;
	#pragma omp parallel num_threads(2) reduction(+: again)
	{
		#pragma omp for
		for (i = 0; i < 5; i++)
			again += i;
		#pragma omp for
		for (i = 5; i < 10; i++)
			again += i;
	}
	printf("%d %d %d %d\n", sum, outer, again, with_parameter(3));
	return 0;
}
