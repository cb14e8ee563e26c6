// stripe: the order of the iterations, alone, of two loops, with steps and below worksharing.
// reference: none because no other compiler here knows stripe
// expect: one loop: 0 3 6 1 4 2 5
// expect: two loops: 00 02 20 22 01 03 21 23 10 12 11 13
// expect: down by 5: 40 30 20 35 25
// expect: from 2: 2 6 3 7 4 5
// expect: more stripes than iterations: 0 1 2
// expect: shared out: 4950
// expect: offsets reversed: 2 5 1 4 0 3 6
// expect: stripes reversed: 6 3 0 4 1 5 2
#include <stdio.h>

int main(void)
{
	int n = 7, from = 2;
	printf("one loop:");
	#pragma omp stripe sizes(3)
	for (int i = 0; i < n; i++)
		printf(" %d", i);

	printf("\ntwo loops:");
	#pragma omp stripe sizes(2, 2)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			printf(" %d%d", i, j);

	printf("\ndown by 5:");
	#pragma omp stripe sizes(2)
	for (unsigned i = 40; i >= 20; i -= 5)
		printf(" %u", i);

	printf("\nfrom 2:");
	#pragma omp stripe sizes(4)
	for (int i = from; i <= n; i++)
		printf(" %d", i);

	printf("\nmore stripes than iterations:");
	#pragma omp stripe sizes(n)
	for (int i = 0; i != 3; i++)
		printf(" %d", i);

	int sum = 0;
	#pragma omp parallel for reduction(+ : sum) schedule(static, 1)
	#pragma omp stripe sizes(8)
	for (int i = 0; i < 100; i++)
		sum += i;
	printf("\nshared out: %d", sum);

	printf("\noffsets reversed:");
	#pragma omp stripe sizes(3) apply(offsets: reverse)
	for (int i = 0; i < n; i++)
		printf(" %d", i);

	printf("\nstripes reversed:");
	#pragma omp stripe sizes(3) apply(grid: reverse)
	for (int i = 0; i < n; i++)
		printf(" %d", i);
	printf("\n");
	return 0;
}
