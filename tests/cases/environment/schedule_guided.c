// environment: OMP_SCHEDULE=guided,7 is reported and used.
// env: OMP_SCHEDULE=guided,7
// expect: 3 7 wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_sched_t kind;
	int chunk, wrong = 0, seen[200] = {0};
	omp_get_schedule(&kind, &chunk);
	#pragma omp parallel for schedule(runtime) num_threads(4)
	for (int i = 0; i < 200; i++)
		seen[i]++;
	for (int i = 0; i < 200; i++)
		wrong += seen[i] != 1;
	printf("%d %d wrong %d\n", (int)(kind & 0xff), chunk, wrong);
	return 0;
}
