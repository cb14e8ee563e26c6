#include <omp.h>

void wrong(int n)
{
	int x = 0, y = 0, sum = 0;
	#pragma omp parallel private(x) allocate(align(24) : x) // error: the alignment '24' must be a constant, a power of 2
	x = n;
	#pragma omp parallel private(x) allocate(align(n) : x) // error: the alignment 'n' must be a constant, a power of 2
	x = n;
	#pragma omp parallel for private(n) allocate(n) // error: not supported: 'n' in 'allocate' is the variable of the loop
	for (n = 0; n < 10; n++)
		y += 0;
	#pragma omp parallel for linear(x) allocate(x) // error: not supported: 'x' in 'allocate' is linear
	for (int i = 0; i < 10; i++)
		x++;
	#pragma omp taskgroup task_reduction(+ : sum) allocate(sum)
	{
		#pragma omp task in_reduction(+ : sum) allocate(sum) // error: not supported: 'sum' in 'allocate' takes part in a task reduction
		sum++;
	}
	#pragma omp parallel for simd private(x) allocate(x) // error: not supported: 'x' in 'allocate' is also in a clause of 'simd'
	for (int i = 0; i < 10; i++)
		x = i;
}
