/*
 * schedules.c - who runs which iteration: one loop, four schedules.
 *
 * Iteration i costs about i units of work, so the second half of the loop is three times as much work as the first.  The
 * table shows how many units the busiest thread had in comparison with an even share: 1.00 is perfect balance.
 *
 *     schedules [iterations]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

static double work(int units)
{
	double x = 1.0;

	for (int i = 0; i < 50 * units; i++)
		x = 0.5 * (x + 2.0 / x);
	return x;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		omp_sched_t kind;
		int chunk;
	} schedules[] = {
		{"static", omp_sched_static, 0},
		{"static,1", omp_sched_static, 1},
		{"dynamic,1", omp_sched_dynamic, 1},
		{"guided", omp_sched_guided, 1},
	};
	int n = argc > 1 ? atoi(argv[1]) : 1000;
	double check = 0.0;

	printf("%-10s %9s %9s\n", "schedule", "busiest", "seconds");
	for (int s = 0; s < 4; s++) {
		long busiest = 0, all = 0;
		double start = omp_get_wtime();
		int members = 1;

		omp_set_schedule(schedules[s].kind, schedules[s].chunk);
		#pragma omp parallel reduction(max : busiest) reduction(+ : all, check)
		{
			#pragma omp single nowait
			members = omp_get_num_threads();

			long mine = 0;
			#pragma omp for schedule(runtime)
			for (int i = 0; i < n; i++) {
				check += work(i);
				mine += i;
			}
			all = busiest = mine;
		}
		printf("%-10s %9.2f %9.4f\n", schedules[s].name, (double)busiest * members / (double)all, omp_get_wtime() - start);
	}
	return check > 0.0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
