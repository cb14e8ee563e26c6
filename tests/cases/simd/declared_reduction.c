// simd: a reduction that the program declares, in a construct that is left to the back end and in combined ones.
// expect: 4950 4950 4950
#include <stdio.h>

#pragma omp declare reduction(sum_up : long : omp_out += omp_in) initializer(omp_priv = 0)

int main(void)
{
	long a = 0, b = 0, c = 0;

#pragma omp simd reduction(sum_up : a)
	for (int i = 0; i < 100; i++)
		a += i;
#pragma omp parallel for simd reduction(sum_up : b)
	for (int i = 0; i < 100; i++)
		b += i;
#pragma omp parallel
#pragma omp for simd reduction(sum_up : c)
	for (int i = 0; i < 100; i++)
		c += i;
	printf("%ld %ld %ld\n", a, b, c);
	return 0;
}
