// A -std=gnu89 file: declarations first, comments of the old kind in code, loop variables declared outside.
// flags: -std=gnu89
// expect: 4950 7
#include <stdio.h>

int main(void)
{
	int i, v[100], seven = 0;
	long sum = 0;

#pragma omp parallel for private(i)
	for (i = 0; i < 100; i++) {
		int mine = i;
		v[i] = mine;
	}
#pragma omp parallel
	{
		int own = 7;
#pragma omp for reduction(+ : sum)
		for (i = 0; i < 100; i++)
			sum += v[i];
#pragma omp single
		seven = own;
	}
	printf("%ld %d\n", sum, seven); /* the end */
	return 0;
}
