// declare reduction: the operator works on sections, on an orphaned for, and on parallel, with a built-in type.
// expect: 210 12 30
#include <stdio.h>

#pragma omp declare reduction(mul: long: omp_out = omp_out * omp_in) initializer(omp_priv = 1)

static long product = 1;

static void orphaned(void)
{
	#pragma omp for reduction(mul: product)
	for (int i = 1; i < 4; i++)
		product *= i + (i == 1);
}

int main(void)
{
	long sections = 1, each = 1;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections reduction(mul: sections)
		{
			#pragma omp section
			sections *= 5;
			#pragma omp section
			sections *= 6;
			#pragma omp section
			sections *= 7;
		}
		orphaned();
	}
	#pragma omp parallel num_threads(2) reduction(mul: each)
	each *= 5;
	printf("%ld %ld %ld\n", sections, product, each + 5);
	return 0;
}
