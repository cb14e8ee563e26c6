// The combined forms of masked and taskloop.
// expect: 100 100 100 100
// reference: none because gcc 12 and clang 19 know only some of them
#include <stdio.h>

int main(void)
{
	int hits[4][100] = {{0}};
	#pragma omp parallel
	{
		#pragma omp masked taskloop
		for (int i = 0; i < 100; i++)
			hits[0][i]++;
		#pragma omp masked taskloop simd
		for (int i = 0; i < 100; i++)
			hits[1][i]++;
	}
	#pragma omp parallel masked taskloop
	for (int i = 0; i < 100; i++)
		hits[2][i]++;
	#pragma omp parallel masked taskloop simd
	for (int i = 0; i < 100; i++)
		hits[3][i]++;
	for (int k = 0; k < 4; k++) {
		int once = 0;
		for (int i = 0; i < 100; i++)
			once += hits[k][i] == 1;
		printf("%d%s", once, k < 3 ? " " : "\n");
	}
	return 0;
}
