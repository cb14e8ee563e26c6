// schedule(runtime): OMP_SCHEDULE="static,4" is used and reported by omp_get_schedule.
// env: OMP_SCHEDULE=static,4
// expect: kind 1 chunk 4
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_sched_t kind;
	int chunk, by[50], wrong = 0;
	omp_get_schedule(&kind, &chunk);
	printf("kind %d chunk %d\n", (int)(kind & 0xff), chunk);
	#pragma omp parallel num_threads(3)
	#pragma omp for schedule(runtime)
	for (int i = 0; i < 50; i++)
		by[i] = omp_get_thread_num();
	for (int i = 0; i < 50; i++)
		wrong += by[i] != i / 4 % 3;
	printf("wrong %d\n", wrong);
	return 0;
}
