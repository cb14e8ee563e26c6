// orphaned: for, sections, single, masked, critical, barrier, atomic and task in a called function bind to the caller's team.
// expect: team of 4: for 1 sections 3 single 1 masked 1 critical 4 atomic 4 task 4
// expect: team of 1: for 1 sections 3 single 1 masked 1 critical 1 atomic 1 task 1
#include <stdio.h>

static int visits[20], sections, singles, maskeds, criticals, atomics, tasks;

static void work(void)
{
	#pragma omp for schedule(dynamic, 3)
	for (int i = 0; i < 20; i++)
		visits[i]++;
	#pragma omp sections
	{
		#pragma omp section
		{
			#pragma omp atomic
			sections++;
		}
		#pragma omp section
		{
			#pragma omp atomic
			sections += 2;
		}
	}
	#pragma omp single
	singles++;
	#pragma omp masked
	maskeds++;
	#pragma omp critical
	criticals++;
	#pragma omp atomic
	atomics++;
	#pragma omp task
	{
		#pragma omp atomic
		tasks++;
	}
	#pragma omp barrier
}

static void report(int team)
{
	int each = 1;
	for (int i = 0; i < 20; i++) {
		each &= visits[i] == 1;
		visits[i] = 0;
	}
	printf("team of %d: for %d sections %d single %d masked %d critical %d atomic %d task %d\n", team, each, sections, singles,
	       maskeds, criticals, atomics, tasks);
	sections = singles = maskeds = criticals = atomics = tasks = 0;
}

int main(void)
{
	#pragma omp parallel num_threads(4)
	work();
	report(4);
	work();
	#pragma omp taskwait
	report(1);
	return 0;
}
