// masked: the other threads do not wait for thread 0 at the end of the block.
// expect: went on 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int passed = 0, went_on = 0;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked
		{
			double until = omp_get_wtime() + 5;
			int seen = 0;
			while (!seen && omp_get_wtime() < until) {
				#pragma omp atomic read
				seen = passed;
			}
			went_on = seen;
		}
		#pragma omp atomic write
		passed = 1;
	}
	printf("went on %d\n", went_on);
	return 0;
}
