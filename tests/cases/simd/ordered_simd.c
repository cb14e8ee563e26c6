// ordered simd: the block runs in the order of the iterations of a simd loop.
// expect: last 63 sum 2016
#include <stdio.h>

int main(void)
{
	int values[64], seen[64], next = 0, sum = 0;

	#pragma omp simd
	for (int i = 0; i < 64; i++) {
		values[i] = i;
		#pragma omp ordered simd
		seen[next++] = i;
	}
	for (int i = 0; i < 64; i++)
		sum += seen[i] == i ? values[i] : -1000;
	printf("last %d sum %d\n", seen[63], sum);
	return 0;
}
