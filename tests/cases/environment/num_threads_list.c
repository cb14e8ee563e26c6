// environment: a list in OMP_NUM_THREADS gives the sizes of nested teams, level by level, and enables nesting.
// env: OMP_NUM_THREADS=3,2,2
// expect: 3 2 2 threads 12
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int size[3] = {0}, threads = 0;
	#pragma omp parallel
	{
		int first = omp_get_thread_num() == 0;
		if (first)
			size[0] = omp_get_num_threads();
		#pragma omp parallel
		{
			int second = first && omp_get_thread_num() == 0;
			if (second)
				size[1] = omp_get_num_threads();
			#pragma omp parallel
			{
				#pragma omp atomic
				threads++;
				if (second && omp_get_thread_num() == 0)
					size[2] = omp_get_num_threads();
			}
		}
	}
	printf("%d %d %d threads %d\n", size[0], size[1], size[2], threads);
	return 0;
}
