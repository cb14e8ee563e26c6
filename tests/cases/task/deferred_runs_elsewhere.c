// task: a task can run in another thread while the creating thread goes on without waiting.
// expect: elsewhere 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int started = 0, elsewhere = 0;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked
		{
			int me = omp_get_thread_num(), seen = 0;
			double until = omp_get_wtime() + 5;
			#pragma omp task shared(started, elsewhere)
			{
				elsewhere = omp_get_thread_num() != me;
				#pragma omp atomic write
				started = 1;
			}
			while (!seen && omp_get_wtime() < until) {
				#pragma omp atomic read
				seen = started;
			}
		}
		#pragma omp barrier
	}
	printf("elsewhere %d\n", elsewhere);
	return 0;
}
