// collapse: two outer and 50 inner iterations are shared by 10 threads, which the outer loop alone could not do.
// expect: threads 10
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int worked[10] = {0}, threads = 0;
	#pragma omp parallel for collapse(2) num_threads(10)
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 50; j++)
			worked[omp_get_thread_num()] = 1;
	for (int i = 0; i < 10; i++)
		threads += worked[i];
	printf("threads %d\n", threads);
	return 0;
}
