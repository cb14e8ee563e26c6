// num_threads: the expression may be of any integer type.
// expect: 2 3 4 5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	unsigned char two = 2;
	short three = 3;
	unsigned long long four = 4;
	enum { FIVE = 5 } five = FIVE;
	int size[4];
	#pragma omp parallel num_threads(two)
	{
		#pragma omp masked
		size[0] = omp_get_num_threads();
	}
	#pragma omp parallel num_threads(three)
	{
		#pragma omp masked
		size[1] = omp_get_num_threads();
	}
	#pragma omp parallel num_threads(four)
	{
		#pragma omp masked
		size[2] = omp_get_num_threads();
	}
	#pragma omp parallel num_threads(five)
	{
		#pragma omp masked
		size[3] = omp_get_num_threads();
	}
	printf("%d %d %d %d\n", size[0], size[1], size[2], size[3]);
	return 0;
}
