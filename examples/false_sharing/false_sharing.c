/*
 * false_sharing.c - threads that share no variable and still get in each other's way.
 *
 * Each thread counts in an element of its own.  In the first array the elements are neighbours and lie in the same cache
 * line, which then travels between the processors with every write; in the second each element has a line to itself.
 *
 *     false_sharing [steps]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 8, LINE = 64 /* bytes of a cache line */ };

struct padded {
	volatile long count; /* volatile: each step is a write to memory, as it would be in a larger program */
	char rest_of_the_line[LINE - sizeof(long)];
};

int main(int argc, char **argv)
{
	static volatile long simple[THREADS];
	static struct padded padded[THREADS];
	long steps = argc > 1 ? atol(argv[1]) : 5000000, counted = 0;
	double start = omp_get_wtime();

	#pragma omp parallel num_threads(THREADS)
	for (long i = omp_get_thread_num(); i < steps; i += omp_get_num_threads())
		simple[omp_get_thread_num()]++;
	double neighbours = omp_get_wtime() - start;

	start = omp_get_wtime();
	#pragma omp parallel num_threads(THREADS)
	for (long i = omp_get_thread_num(); i < steps; i += omp_get_num_threads())
		padded[omp_get_thread_num()].count++;
	double apart = omp_get_wtime() - start;

	for (int i = 0; i < THREADS; i++)
		counted += simple[i] + padded[i].count;
	printf("neighbours %.4f seconds\napart      %.4f seconds\n", neighbours, apart);
	return counted == 2 * steps ? EXIT_SUCCESS : EXIT_FAILURE;
}
