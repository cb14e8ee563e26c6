/*
 * hello.c - a team of threads.
 *
 * One thread starts in main.  At the parallel construct it gets company: the block runs once in every thread of the
 * team, and the program goes on with one thread when all have finished.  The order of the lines may differ each time.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	int greetings = 0, members = 0;

	#pragma omp parallel
	{
		int id = omp_get_thread_num(); /* declared inside the block: every thread has its own */

		printf("hello from thread %d of %d\n", id, omp_get_num_threads());

		#pragma omp single
		members = omp_get_num_threads();

		#pragma omp atomic
		greetings++; /* declared outside: all threads share it, so the update must be atomic */
	}

	printf("%d greetings from a team of %d\n", greetings, members);
	return greetings == members && members > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
