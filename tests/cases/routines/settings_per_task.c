// routines: omp_set_num_threads and omp_set_schedule in a region change only the calling implicit task.
// expect: wrong 0 outside 1 schedule 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, before = omp_get_max_threads(), chunk;
	omp_sched_t kind;
	omp_set_schedule(omp_sched_static, 9);
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		int me = omp_get_thread_num(), team = 0, c;
		omp_sched_t k;
		omp_set_num_threads(me + 2);
		omp_set_schedule(omp_sched_dynamic, me + 1);
		#pragma omp barrier
		wrong += omp_get_max_threads() != me + 2;
		omp_get_schedule(&k, &c);
		wrong += (k & 0xff) != omp_sched_dynamic || c != me + 1;
		#pragma omp parallel reduction(+: team)
		team++;
		wrong += team != me + 2;
	}
	omp_get_schedule(&kind, &chunk);
	printf("wrong %d outside %d schedule %d\n", wrong, omp_get_max_threads() == before,
	       (kind & 0xff) == omp_sched_static && chunk == 9);
	return 0;
}
