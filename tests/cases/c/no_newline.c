// A file whose last line has no newline, and whose last statement is in a region.
// expect: 4950
#include <stdio.h>

int main(void)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += i;
	_Pragma("omp parallel") { _Pragma("omp single") printf("%ld\n", sum); } return 0; }