// schedule(runtime): the schedule set by omp_set_schedule is used: static,3 is visible in who does what.
// expect: static 0
// expect: dynamic 0
// expect: guided 0
// expect: auto 0
#include <omp.h>
#include <stdio.h>

static int by[90], seen[90];

static void run(void)
{
	for (int i = 0; i < 90; i++)
		seen[i] = 0;
	#pragma omp parallel for num_threads(4) schedule(runtime)
	for (int i = 0; i < 90; i++) {
		seen[i] += omp_get_num_threads() == 4;
		by[i] = omp_get_thread_num();
	}
}

int main(void)
{
	int wrong = 0;
	omp_set_schedule(omp_sched_static, 3);
	run();
	for (int i = 0; i < 90; i++)
		wrong += seen[i] != 1 || by[i] != i / 3 % 4;
	printf("static %d\n", wrong);
	omp_set_schedule(omp_sched_dynamic, 9);
	run();
	for (int i = 0; i < 90; i++)
		wrong += seen[i] != 1 || by[i] != by[i / 9 * 9];
	printf("dynamic %d\n", wrong);
	omp_set_schedule(omp_sched_guided, 5);
	run();
	for (int i = 0; i < 90; i++)
		wrong += seen[i] != 1;
	printf("guided %d\n", wrong);
	omp_set_schedule(omp_sched_auto, 0);
	run();
	for (int i = 0; i < 90; i++)
		wrong += seen[i] != 1;
	printf("auto %d\n", wrong);
	return 0;
}
