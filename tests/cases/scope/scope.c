// scope: every thread runs it; private, firstprivate and reduction; a barrier at the end unless nowait.
// expect: sum 1 private 5 nowait 1 array 1 late 0
// reference: none because gcc 12 does not know firstprivate, and clang 19 not scope in its default version
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int threads = 0, sum = 0, x = 5, nowait = 0, array[2] = {0, 0}, arrived = 0, late = 0;
	#pragma omp parallel shared(sum, threads, nowait, array, arrived, late)
	{
		#pragma omp single
		threads = omp_get_num_threads();
		#pragma omp scope reduction(+ : sum, array) firstprivate(x)
		{
			x += omp_get_thread_num();
			sum += x - 4 - omp_get_thread_num();
			array[0] += 1;
			array[1] += 2;
		}
		#pragma omp scope private(x)
		{
			x = 9;
			#pragma omp atomic
			arrived++;
		}
		int seen;
		#pragma omp atomic read
		seen = arrived;
		if (seen != threads) {
			#pragma omp atomic
			late++;
		}
		#pragma omp scope nowait
		{
			#pragma omp atomic
			nowait++;
		}
	}
	printf("sum %d private %d nowait %d array %d late %d\n", sum == threads, x, nowait == threads, array[0] == threads && array[1] == 2 * threads, late);
	return 0;
}
