// Transformations of transformed loops, and by apply: the innermost goes first.
// reference: none because no other compiler here has all of them
// expect: tile of a tile: 0 1 2 3 4 5 6 7 8 9
// expect: tile of a reversed loop: 6 5 4 3 2 1 0
// expect: reversed tiles: 6 4 5 2 3 0 1
// expect: tiles of reversed loops: 1 0 3 2 5 4 6
// expect: reversed unrolled tiles: 2 3 0 1 6 7 4 5 8
// expect: grid interchanged: 00 01 10 11 20 21 02 03 12 13 22 23
// expect: grid interchanged and reversed: 02 03 12 13 22 23 00 01 10 11 20 21
// expect: for over that: 78
// expect: second of the loops: 01 00 11 10 03 02 13 12 21 20 23 22
#include <stdio.h>

int main(void)
{
	printf("tile of a tile:");
	#pragma omp tile sizes(2)
	#pragma omp tile sizes(3)
	for (int i = 0; i < 10; i++)
		printf(" %d", i);

	printf("\ntile of a reversed loop:");
	#pragma omp tile sizes(3)
	#pragma omp reverse
	for (int i = 0; i < 7; i++)
		printf(" %d", i);

	printf("\nreversed tiles:");
	#pragma omp tile sizes(2) apply(grid: reverse)
	for (int i = 0; i < 7; i++)
		printf(" %d", i);

	printf("\ntiles of reversed loops:");
	#pragma omp tile sizes(2) apply(intratile: reverse)
	for (int i = 0; i < 7; i++)
		printf(" %d", i);

	printf("\nreversed unrolled tiles:");
	#pragma omp tile sizes(4) apply(intratile: unroll partial(2) apply(reverse))
	for (int i = 0; i < 9; i++)
		printf(" %d", i);

	printf("\ngrid interchanged:");
	#pragma omp tile sizes(2, 2) apply(grid: interchange, nothing)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			printf(" %d%d", i, j);

	printf("\ngrid interchanged and reversed:");
	#pragma omp tile sizes(2, 2) apply(grid: interchange, reverse)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			printf(" %d%d", i, j);

	int sum = 0;
	#pragma omp parallel for collapse(2) reduction(+ : sum)
	#pragma omp tile sizes(2, 2) apply(grid: interchange, reverse)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			sum += i * 4 + j + 1;
	printf("\nfor over that: %d", sum);

	printf("\nsecond of the loops:");
	#pragma omp tile sizes(2, 2) apply(intratile(2): reverse)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			printf(" %d%d", i, j);
	printf("\n");
	return 0;
}
