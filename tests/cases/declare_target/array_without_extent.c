// A file-scope array of declare target whose extent is written behind all directives.
// reference: clang because gcc 12 knows no array without an extent in a target region
// expect: 6 12
#include <stdio.h>

extern int squares[];
int sum(void);
#pragma omp declare target(squares, sum)

int sum(void)
{
	return squares[0] + squares[2];
}

int main(void)
{
	int before, after;
	#pragma omp target map(from: before)
	before = sum() + squares[1] - 1;
	squares[1] = 8;
	#pragma omp target update to(squares[1])
	#pragma omp target map(from: after)
	after = sum() + squares[1] - 1;
	printf("%d %d\n", before, after);
	return 0;
}

int squares[] = {1, 2, 4};
