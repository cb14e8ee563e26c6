/*
 * racey_wrong.c - a data race.  counter++ reads, adds and writes; between the three another thread may write too.
 *
 *     racey_wrong [count]
 */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	long count = argc > 1 ? atol(argv[1]) : 1000000;
	long counter = 0;

	#pragma omp parallel for
	for (long i = 0; i < count; i++)
		counter++; /* wrong: two threads can add to the same old value */

	printf("counted %ld of %ld\n", counter, count);
	return EXIT_SUCCESS;
}
