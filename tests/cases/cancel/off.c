// Without OMP_CANCELLATION the directives do nothing.
// expect: cancellation 0
// expect: iterations 100 sections 2 tasks 10 threads 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int iterations = 0, sections = 0, tasks = 0, threads = 0, size = 0;
	printf("cancellation %d\n", omp_get_cancellation());
	#pragma omp parallel reduction(+: threads)
	{
		#pragma omp cancel parallel
		#pragma omp cancellation point parallel
		#pragma omp for reduction(+: iterations)
		for (int i = 0; i < 100; i++) {
			#pragma omp cancel for
			#pragma omp cancellation point for
			iterations++;
		}
		#pragma omp sections
		{
			#pragma omp section
			{
				#pragma omp cancel sections
				#pragma omp atomic
				sections++;
			}
			#pragma omp section
			{
				#pragma omp cancellation point sections
				#pragma omp atomic
				sections++;
			}
		}
		#pragma omp single
		#pragma omp taskgroup
		for (int i = 0; i < 10; i++)
			#pragma omp task shared(tasks)
			{
				#pragma omp cancel taskgroup
				#pragma omp atomic
				tasks++;
			}
		#pragma omp single
		size = omp_get_num_threads();
		threads++;
	}
	printf("iterations %d sections %d tasks %d threads %d\n", iterations, sections, tasks, threads == size);
	return 0;
}
