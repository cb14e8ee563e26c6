// unroll, full and by a factor that does not divide the count, keeps the order; other directives get the loop over blocks.
// reference: clang because gcc 12 has no unroll
// expect: partial: 0 1 2 3 4 5 6
// expect: default factor: 9 7 5 3 1
// expect: full: 3 4 5 6
// expect: full, with a label and a static variable: 1 3 6 10
// expect: full, with continue: 0 2
// expect: shared out: blocks whole, 78
// expect: loop variable outside: 78
// expect: tiles of blocks: 0 1 2 3 4 5 6 7 8 9
// expect: alone: 0 1 2
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 7, owner[13], sum = 0, i;

	printf("partial:");
	#pragma omp unroll partial(3)
	for (int i = 0; i < n; i++)
		printf(" %d", i);

	printf("\ndefault factor:");
	#pragma omp unroll partial
	for (int i = 9; i > 0; i -= 2)
		printf(" %d", i);

	printf("\nfull:");
	#pragma omp unroll full
	for (int i = 3; i < 7; i++) {
		int square = i * i; /* one in each copy */
		if (square > 8)
			printf(" %d", i);
	}

	printf("\nfull, with a label and a static variable:");
	#pragma omp unroll full
	for (int i = 1; i < 5; i++) {
		static int total;
		if (i < 0)
			goto skip;
		total += i;
	skip:
		printf(" %d", total);
	}

	printf("\nfull, with continue:");
	#pragma omp unroll full
	for (int i = 0; i < 3; i++) {
		if (i == 1)
			continue;
		printf(" %d", i);
	}

	#pragma omp parallel for schedule(static, 1) reduction(+ : sum)
	#pragma omp unroll partial(4)
	for (int i = 0; i < 13; i++) {
		owner[i] = omp_get_thread_num();
		sum += i;
	}
	const char *whole = "whole";
	for (int i = 0; i < 13; i++)
		if (owner[i] != owner[i / 4 * 4])
			whole = "broken";
	printf("\nshared out: blocks %s, %d", whole, sum);

	sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	#pragma omp unroll partial(2)
	for (i = 0; i < 13; i++)
		sum += i;
	printf("\nloop variable outside: %d", sum);

	printf("\ntiles of blocks:");
	#pragma omp tile sizes(2)
	#pragma omp unroll partial(2)
	for (int i = 0; i < 10; i++)
		printf(" %d", i);

	printf("\nalone:");
	#pragma omp unroll
	for (int i = 0; i < 3; i++)
		printf(" %d", i);
	printf("\n");
	return 0;
}
