// Sizes and counts that are sums, casts and parenthesised numbers: their value counts, not their digits.
// reference: none because no other compiler here knows split and stripe
// expect: split 0 1 2 6 5 4 3
// expect: stripe 0 2 4 6 1 3 5
// expect: tile 00 01 10 11 02 12 20 21 22
// expect: factor 21
#include <stdio.h>

#define PLUS +
#define PARTS 2 PLUS 1

int main(void)
{
	int sum = 0;

	printf("split");
	#pragma omp split counts(2 + 1, omp_fill) apply(nothing, reverse)
	for (int i = 0; i < 7; i++)
		printf(" %d", i);

	printf("\nstripe");
	#pragma omp stripe sizes(+1 + 1)
	for (int i = 0; i < 7; i++)
		printf(" %d", i);

	printf("\ntile");
	#pragma omp tile sizes((int)2, (1 + 1))
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 3; j++)
			printf(" %d%d", i, j);

	#pragma omp unroll partial(PARTS)
	for (int i = 0; i < 7; i++)
		sum += i;
	printf("\nfactor %d\n", sum);
	return 0;
}
