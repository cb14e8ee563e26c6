/*
 * queens.c - in how many ways can n queens stand on a board of n * n so that none attacks another?
 *
 * A search tree: place a queen in the next row in every possible column.  Near the root each branch is a task; deeper
 * branches are too small for that and are plain calls (the cut-off).  Tasks add up what they find in a task reduction.
 *
 *     queens [n]
 */
#include <stdio.h>
#include <stdlib.h>

enum { CUT_OFF = 3 }; /* rows whose branches are tasks */

/* Solutions with the rows before row occupied; columns and both kinds of diagonals under attack are sets of bits. */
static long count(int n, int row, unsigned columns, unsigned rising, unsigned falling)
{
	unsigned open = ~(columns | rising | falling) & ((1u << n) - 1);
	long found = 0;

	if (row == n)
		return 1;

	#pragma omp taskgroup task_reduction(+ : found)
	for (; open; open &= open - 1) {
		unsigned queen = open & -open;

		#pragma omp task if(row < CUT_OFF) in_reduction(+ : found)
		found += count(n, row + 1, columns | queen, (rising | queen) << 1, (falling | queen) >> 1);
	}
	return found;
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 9;
	long found = 0;

	if (n < 1 || n > 20) {
		fprintf(stderr, "usage: %s [n], from 1 to 20\n", argv[0]);
		return EXIT_FAILURE;
	}

	#pragma omp parallel
	#pragma omp single
	found = count(n, 0, 0, 0, 0);

	printf("%d queens: %ld ways\n", n, found);
	return EXIT_SUCCESS;
}
