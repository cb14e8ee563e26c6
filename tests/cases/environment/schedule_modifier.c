// environment: OMP_SCHEDULE may carry a modifier.
// env: OMP_SCHEDULE=monotonic:dynamic,3
// expect: 2 3 monotonic 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_sched_t kind;
	int chunk, monotonic = 1;
	omp_get_schedule(&kind, &chunk);
	#pragma omp parallel num_threads(4) reduction(&: monotonic)
	{
		int last = -1;
		#pragma omp for schedule(runtime)
		for (int i = 0; i < 100; i++) {
			monotonic &= i > last;
			last = i;
		}
	}
	printf("%d %d monotonic %d\n", (int)(kind & 0xff), chunk, monotonic);
	return 0;
}
