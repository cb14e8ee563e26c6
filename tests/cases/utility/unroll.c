// unroll, alone and in other constructs, leaves what a loop does as it is.
// expect: 4950 496 28 90
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0;
	#pragma omp unroll
	for (int i = 0; i < 100; i++)
		a += i;
	#pragma omp unroll partial(4)
	for (int i = 31; i >= 0; i--)
		b += i;
	#pragma omp unroll full
	for (int i = 0; i < 8; i++)
		c += i;
	#pragma omp parallel for reduction(+ : d)
	for (int i = 0; i < 10; i++) {
		#pragma omp unroll partial(2)
		for (int j = 0; j < 2; j++)
			d += i;
	}
	printf("%d %d %d %d\n", a, b, c, d);
	return 0;
}
