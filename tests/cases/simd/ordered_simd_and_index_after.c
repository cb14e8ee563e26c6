// simd: an index declared outside has the sequential value after the loop, also downward and with a step.
// expect: 50 -1 21
#include <stdio.h>

int main(void)
{
	int i, j, a[64] = {0};
	unsigned char c;
	#pragma omp simd
	for (i = 0; i < 50; i++)
		a[i] = i;
	#pragma omp simd
	for (j = 49; j >= 0; j--)
		a[j]--;
	#pragma omp simd lastprivate(c)
	for (c = 0; c < 20; c += 3)
		a[c]++;
	printf("%d %d %d\n", i, j, c + a[1]);
	return 0;
}
