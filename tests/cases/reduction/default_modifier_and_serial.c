// reduction: the default modifier is accepted, and a construct outside any parallel region reduces into the variable.
// expect: 145 64 12
#include <stdio.h>

static int sum, product = 1;

static int serial_for(int start)
{
	sum = start;
	#pragma omp for reduction(default, +: sum)
	for (int i = 0; i < 10; i++)
		sum += i;
	return sum;
}

int main(void)
{
	int n = 0;
	#pragma omp sections reduction(*: product)
	{
		#pragma omp section
		product *= 8;
		#pragma omp section
		product *= 8;
	}
	#pragma omp parallel num_threads(3) reduction(default, +: n)
	n += 4;
	printf("%d %d %d\n", serial_for(100), product, n);
	return 0;
}
