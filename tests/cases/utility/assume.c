// assume and assumes promise things to the compiler; the program does the same.
// expect: 11 45
// reference: none because gcc 12 does not know them
#include <stdio.h>

#pragma omp assumes no_openmp_routines absent(simd) no_parallelism

int main(void)
{
	int x = 1, sum = 0;
	#pragma omp assume holds(x == 1) no_openmp contains(parallel)
	x += 10;
	#pragma omp assume no_openmp_constructs(0)
	{
		#pragma omp parallel for reduction(+ : sum)
		for (int i = 0; i < 10; i++)
			sum += i;
	}
	printf("%d %d\n", x, sum);
	return 0;
}
