/*
 * queens_serial.c - the program before queens.c: one thread.
 *
 *     queens_serial [n]
 */
#include <stdio.h>
#include <stdlib.h>

/* Solutions with the rows before row occupied; columns and both kinds of diagonals under attack are sets of bits. */
static long count(int n, int row, unsigned columns, unsigned rising, unsigned falling)
{
	unsigned open = ~(columns | rising | falling) & ((1u << n) - 1);
	long found = 0;

	if (row == n)
		return 1;

	for (; open; open &= open - 1) {
		unsigned queen = open & -open;

		found += count(n, row + 1, columns | queen, (rising | queen) << 1, (falling | queen) >> 1);
	}
	return found;
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 9;

	if (n < 1 || n > 20) {
		fprintf(stderr, "usage: %s [n], from 1 to 20\n", argv[0]);
		return EXIT_FAILURE;
	}

	printf("%d queens: %ld ways\n", n, count(n, 0, 0, 0, 0));
	return EXIT_SUCCESS;
}
