// tile: the order of the iterations, with sizes that do not divide the counts, steps, directions and types.
// reference: clang because gcc 12 has no tile
// expect: two loops: 0 0 0 1 1 0 1 1 2 0 2 1 0 2 0 3 1 2 1 3 2 2 2 3 0 4 1 4 2 4
// expect: size 2 outside: 0 0 0 1 0 2 0 3 0 4 1 0 1 1 1 2 1 3 1 4 2 0 2 1 2 2 2 3 2 4
// expect: down by 3: 20 0 20 1 17 0 17 1 20 2 17 2 14 0 14 1 11 0 11 1 14 2 11 2 8 0 8 1 8 2
// expect: up by 4 from 3: 3 7 11 15 19 23
// expect: inclusive: 1 2 3 4 5 6 7
// expect: larger than the loop: -2 -1 0 1
// expect: empty:
// expect: unsigned, not equal: 5 6 7 8 9 10
// expect: char: 98 97 96
#include <stdio.h>

int main(void)
{
	int n = 3, m = 5, step = 4;

	printf("two loops:");
	#pragma omp tile sizes(3, 2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; ++j)
			printf(" %d %d", i, j);

	printf("\nsize 2 outside:");
	#pragma omp tile sizes(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; ++j)
			printf(" %d %d", i, j);

	printf("\ndown by 3:");
	#pragma omp tile sizes(2, 2)
	for (long i = 20; i > 6; i -= 3) {
		for (short j = 0; j < n; j++) {
			printf(" %ld %d", i, j);
		}
	}

	printf("\nup by 4 from 3:");
	#pragma omp tile sizes(4)
	for (int i = n; i < 24; i += step) {
		if (i == 100)
			continue;
		printf(" %d", i);
	}

	printf("\ninclusive:");
	#pragma omp tile sizes(3)
	for (int i = 1; i <= m + 2; i++)
		printf(" %d", i);

	printf("\nlarger than the loop:");
	#pragma omp tile sizes(100)
	for (long long i = -2; 1 >= i; i = i + 1)
		printf(" %lld", i);

	printf("\nempty:");
	#pragma omp tile sizes(2, 2)
	for (int i = n; i < n - 2; i++)
		for (unsigned long j = 9; j > 9; j--)
			printf(" %d %lu", i, j);

	printf("\nunsigned, not equal:");
	#pragma omp tile sizes(4)
	for (unsigned i = 5; i != 11; i++)
		printf(" %u", i);

	printf("\nchar:");
	#pragma omp tile sizes(2)
	for (char c = 'b'; c >= '`'; --c)
		printf(" %d", c);
	printf("\n");
	return 0;
}
