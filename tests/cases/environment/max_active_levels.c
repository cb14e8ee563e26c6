// environment: OMP_MAX_ACTIVE_LEVELS=2 allows one nested level and is reported.
// env: OMP_MAX_ACTIVE_LEVELS=2
// expect: 2 threads 6 serial 6
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int threads = 0, third = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp parallel num_threads(3)
	{
		#pragma omp atomic
		threads++;
		#pragma omp parallel num_threads(2)
		{
			#pragma omp atomic
			third++;
		}
	}
	printf("%d threads %d serial %d\n", omp_get_max_active_levels(), threads, third);
	return 0;
}
