// host_loops: a function that libclang does not understand, without directives, stops nothing; but then loops stay.
// expect: 42 45
// only: gcc
// kernels: 0
#include <stdio.h>

static int twice(int x)
{
	int inner(int y)
	{
		return y + x;
	}
	return inner(x);
}

int main(void)
{
	int sum = 0;
	#pragma omp parallel for reduction(+: sum)
	for (int i = 0; i < 10; i++)
		sum += i;
	printf("%d %d\n", twice(21), sum);
	return 0;
}
