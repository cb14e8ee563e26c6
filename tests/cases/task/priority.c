// priority: omp_get_max_task_priority is what OMP_MAX_TASK_PRIORITY says; of the tasks that wait, those with a higher priority start first, those
// with the same one in the order in which they were made, and what is above the highest or below 0 counts as that.
// env: OMP_MAX_TASK_PRIORITY=20
// threads: 2
// reference: none because the order is a recommendation that gcc and clang do not follow to the letter
// expect: highest 20
// expect: 22 20 23 19 18 5 5.1 1 -3
#include <omp.h>
#include <stdatomic.h>
#include <stdio.h>

enum { TASKS = 9 };

int main(void)
{
	static const int priorities[TASKS] = {1, -3, 5, 22, 19, 5, 20, 23, 18};
	int order[TASKS];
	atomic_int started = 0, blocked = 0, made = 0;
	printf("highest %d\n", omp_get_max_task_priority());
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		/* The other thread is busy until all tasks are there; then this one is, until they have run. */
		#pragma omp task shared(blocked, made)
		{
			blocked = 1;
			while (!made)
				;
		}
		while (!blocked)
			;
		for (int i = 0; i < TASKS; i++) {
			#pragma omp task priority(priorities[i]) firstprivate(i) shared(order, started)
			order[started++] = i;
		}
		made = 1;
		while (started < TASKS)
			;
	}
	for (int i = 0, fives = 0; i < TASKS; i++) {
		int priority = priorities[order[i]];
		printf("%d%s%s", priority, priority == 5 && fives++ ? ".1" : "", i < TASKS - 1 ? " " : "\n");
	}
	return order[TASKS - 1] != 1;
}
