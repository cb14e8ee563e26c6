// A file with CRLF line ends, a continued pragma, a macro of two lines and a region.
// expect: 4950 7
#include <stdio.h>

#define ADD(to, n) \
	(to += (n))

int main(void)
{
	long sum = 0;
	int seven = 0;

#pragma omp parallel for \
	reduction(+ : sum) \
	schedule(static)
	for (int i = 0; i < 100; i++)
		ADD(sum, i);
#pragma omp parallel
	{
#pragma omp single
		seven = 7; /* a comment
		of two lines */
	}
	printf("%ld %d\n", sum, seven);
	return 0;
}
