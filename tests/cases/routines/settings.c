// routines: what omp_set_num_threads, _dynamic, _max_active_levels and _schedule set is what the get routines return.
// expect: threads 5 team 5
// expect: dynamic 1 0
// expect: levels 3 7
// expect: schedule 2 17 | 3 4 | 1 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_sched_t kind;
	int chunk, team = 0, before;
	omp_set_num_threads(5);
	#pragma omp parallel
	#pragma omp single
	team = omp_get_num_threads();
	printf("threads %d team %d\n", omp_get_max_threads(), team);
	omp_set_dynamic(1);
	before = omp_get_dynamic() != 0;
	omp_set_dynamic(0);
	printf("dynamic %d %d\n", before, omp_get_dynamic());
	omp_set_max_active_levels(3);
	before = omp_get_max_active_levels();
	omp_set_max_active_levels(7);
	printf("levels %d %d\n", before, omp_get_max_active_levels());
	omp_set_schedule(omp_sched_dynamic, 17);
	omp_get_schedule(&kind, &chunk);
	printf("schedule %d %d", (int)(kind & 0xff), chunk);
	omp_set_schedule(omp_sched_guided, 4);
	omp_get_schedule(&kind, &chunk);
	printf(" | %d %d", (int)(kind & 0xff), chunk);
	omp_set_schedule(omp_sched_static, 1);
	omp_get_schedule(&kind, &chunk);
	printf(" | %d %d\n", (int)(kind & 0xff), chunk);
	return 0;
}
