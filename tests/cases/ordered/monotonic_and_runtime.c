// ordered: with schedule(runtime) and schedule(monotonic: dynamic) the order holds.
// expect: wrong 0 0 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int next = 0, wrong[3] = {0};
	omp_set_schedule(omp_sched_guided, 2);
	#pragma omp parallel for num_threads(3) ordered schedule(runtime)
	for (int i = 0; i < 40; i++) {
		#pragma omp ordered
		wrong[0] += next++ != i || omp_get_num_threads() != 3;
	}
	next = 0;
	omp_set_schedule(omp_sched_static, 3);
	#pragma omp parallel for num_threads(3) ordered schedule(runtime)
	for (int i = 0; i < 40; i++) {
		#pragma omp ordered
		wrong[1] += next++ != i;
	}
	next = 0;
	#pragma omp parallel for num_threads(3) ordered schedule(monotonic: dynamic, 3)
	for (int i = 0; i < 40; i++) {
		#pragma omp ordered
		wrong[2] += next++ != i;
	}
	printf("wrong %d %d %d\n", wrong[0], wrong[1], wrong[2]);
	return 0;
}
