/*
 * vector_add_wrong.c - no maps: the device gets three addresses of the host, and not what is there.
 *
 *     vector_add_wrong [n]
 */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 1000000;
	double *a, *b, *c;

	if (n < 1 || !(a = malloc((size_t)n * sizeof *a)) || !(b = malloc((size_t)n * sizeof *b)) || !(c = malloc((size_t)n * sizeof *c)))
		return EXIT_FAILURE;
	for (int i = 0; i < n; i++) {
		a[i] = i;
		b[i] = 2.0 * i;
	}

	#pragma omp target teams loop
	for (int i = 0; i < n; i++)
		c[i] = a[i] + b[i]; /* wrong: nothing says how much of what a, b and c point to the device needs */

	printf("c[1] = %g, or not\n", c[1]);
	free(a);
	free(b);
	free(c);
	return EXIT_SUCCESS;
}
