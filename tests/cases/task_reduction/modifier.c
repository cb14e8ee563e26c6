// reduction(task, ...) on parallel, for and sections: tasks of the region add to the same result as its threads.
// expect: parallel 1 for 5050 sections 33 array 7 14
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int threads = 0, parallel = 0, loop = 0, parts = 0, array[2] = {0, 0};
	#pragma omp parallel reduction(task, + : parallel) shared(threads)
	{
		#pragma omp single
		threads = omp_get_num_threads();
		parallel += 1;
		#pragma omp task in_reduction(+ : parallel)
		parallel += 10;
		#pragma omp task in_reduction(+ : parallel)
		parallel += 100;
	}
	#pragma omp parallel for reduction(task, + : loop)
	for (int i = 1; i <= 100; i++) {
		#pragma omp task in_reduction(+ : loop) firstprivate(i)
		loop += i;
	}
	#pragma omp parallel
	{
		#pragma omp sections reduction(task, + : parts)
		{
			#pragma omp section
			{
				#pragma omp task in_reduction(+ : parts)
				parts += 30;
			}
			#pragma omp section
			parts += 3;
		}
		#pragma omp for reduction(task, + : array)
		for (int i = 0; i < 7; i++) {
			#pragma omp task in_reduction(+ : array)
			{
				array[0]++;
				array[1] += 2;
			}
		}
	}
	printf("parallel %d for %d sections %d array %d %d\n", parallel == 111 * threads, loop, parts, array[0], array[1]);
	return 0;
}
