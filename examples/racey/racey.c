/*
 * racey.c - one counter, three ways to count right.
 *
 * All threads add to the same variable.  atomic makes the one addition indivisible; critical lets one thread at a time into
 * a block; reduction gives each thread a variable of its own and adds these up at the end.
 *
 *     racey [count]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	long count = argc > 1 ? atol(argv[1]) : 1000000;
	long by_atomic = 0, by_critical = 0, latest = 0, by_reduction = 0;
	double start, seconds[3];

	start = omp_get_wtime();
	#pragma omp parallel for
	for (long i = 0; i < count; i++) {
		#pragma omp atomic
		by_atomic++;
	}
	seconds[0] = omp_get_wtime() - start;

	start = omp_get_wtime();
	#pragma omp parallel for
	for (long i = 0; i < count; i++) {
		#pragma omp critical
		{ /* two variables that belong together: atomic is about one */
			by_critical++;
			latest = i;
		}
	}
	seconds[1] = omp_get_wtime() - start;

	start = omp_get_wtime();
	#pragma omp parallel for reduction(+ : by_reduction)
	for (long i = 0; i < count; i++)
		by_reduction++;
	seconds[2] = omp_get_wtime() - start;

	printf("atomic    %ld  %.6f seconds\n", by_atomic, seconds[0]);
	printf("critical  %ld  %.6f seconds  the latest was %ld\n", by_critical, seconds[1], latest);
	printf("reduction %ld  %.6f seconds\n", by_reduction, seconds[2]);
	return by_atomic == count && by_critical == count && by_reduction == count ? EXIT_SUCCESS : EXIT_FAILURE;
}
