// routines: thread number, team size, maximum, processors, in_parallel, level inside and outside regions.
// expect: outside 1 0 0 0 0 procs 1
// expect: inside 0 of 4, levels 1 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, size = 0, level = 0, active = 0;
	printf("outside %d %d %d %d %d procs %d\n", omp_get_num_threads(), omp_get_thread_num(), omp_in_parallel(), omp_get_level(),
	       omp_get_active_level(), omp_get_num_procs() >= 1);
	#pragma omp parallel num_threads(4)
	{
		#pragma omp atomic
		wrong += !omp_in_parallel() || omp_get_thread_num() < 0 || omp_get_thread_num() >= omp_get_num_threads();
		#pragma omp masked filter(2)
		{
			size = omp_get_num_threads();
			level = omp_get_level();
			active = omp_get_active_level();
		}
	}
	printf("inside %d of %d, levels %d %d\n", wrong, size, level, active);
	return 0;
}
