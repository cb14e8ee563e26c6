// parallel: every thread of the team runs the block exactly once, numbers are 0 .. n-1, and the team has the size asked for.
// expect: size 1
// expect: once 1
// expect: after 1 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int hits[256] = {0}, size = 0, once = 1;
	int wanted = omp_get_max_threads();

	#pragma omp parallel
	{
		hits[omp_get_thread_num()]++;
		if (omp_get_thread_num() == 0)
			size = omp_get_num_threads();
	}
	for (int i = 0; i < 256; i++)
		once &= hits[i] == (i < wanted);
	printf("size %d\n", size == wanted);
	printf("once %d\n", once);
	printf("after %d %d\n", omp_get_num_threads(), omp_get_thread_num());
	return 0;
}
