/*
 * vector_add_serial.c - the program before vector_add.c: one thread.
 *
 *     vector_add_serial [n]
 */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 1000000;
	double *a, *b, *c;

	if (n < 1 || !(a = malloc((size_t)n * sizeof *a)) || !(b = malloc((size_t)n * sizeof *b)) || !(c = malloc((size_t)n * sizeof *c))) {
		fprintf(stderr, "usage: %s [n], with n above 0 and so that three vectors fit into memory\n", argv[0]);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < n; i++) {
		a[i] = i;
		b[i] = 2.0 * i;
	}

	for (int i = 0; i < n; i++)
		c[i] = a[i] + b[i];

	int wrong = 0;
	for (int i = 0; i < n; i++)
		wrong += c[i] != 3.0 * i;
	printf("%d sums, %d wrong\n", n, wrong);
	free(a);
	free(b);
	free(c);
	return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
