// single nowait: the others go on while one thread is in the block, and many in a row still run once each.
// expect: went on 1
// expect: runs 60
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int passed = 0, went_on = 0, runs = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp single nowait
		{
			double until = omp_get_wtime() + 5;
			int seen = 0;
			while (seen < 2 && omp_get_wtime() < until) {
				#pragma omp atomic read
				seen = passed;
			}
			went_on = seen == 2;
		}
		#pragma omp atomic
		passed++;
		for (int k = 0; k < 60; k++) {
			#pragma omp single nowait
			{
				#pragma omp atomic
				runs++;
			}
		}
	}
	printf("went on %d\n", went_on);
	printf("runs %d\n", runs);
	return 0;
}
