// Cancellation with nested regions and in functions: only the construct that is meant ends.
// env: OMP_CANCELLATION=true
// env: OMP_MAX_ACTIVE_LEVELS=3
// reference: gcc because libomp cancels nothing in regions of one thread
// threads: 1 2 4
// expect: inner regions 0, outer threads 1
// expect: inner loops 1
// expect: serial 3
// expect: combined 1
// expect: tasks of a cancelled region 0
#include <omp.h>
#include <stdio.h>

/* Stops where it finds x; the loop belongs to whatever team calls it, or to none. */
static int find(const int *a, int n, int x)
{
	static int where;
	#pragma omp single
	where = -1;
	#pragma omp for schedule(dynamic, 2)
	for (int i = 0; i < n; i++) {
		#pragma omp cancellation point for
		if (a[i] == x) {
			#pragma omp atomic write
			where = i;
			#pragma omp cancel for
		}
	}
	return where;
}

int main(void)
{
	int wrong = 0, outer = 0, loops = 0, a[100], late = 0;
	for (int i = 0; i < 100; i++)
		a[i] = i;
	#pragma omp parallel shared(wrong, outer, loops)
	{
		for (int round = 0; round < 10; round++) {
			#pragma omp parallel num_threads(3) shared(wrong)
			{
				#pragma omp cancel parallel if (omp_get_thread_num() == omp_get_num_threads() - 1)
				#pragma omp barrier
				#pragma omp atomic
				wrong++;
			}
		}
		#pragma omp atomic
		outer++;
		#pragma omp barrier
		#pragma omp for
		for (int i = 0; i < 8; i++) {
			int mine = 0;
			#pragma omp parallel for num_threads(2) reduction(+: mine)
			for (int j = 0; j < 50; j++) {
				mine++;
				#pragma omp cancel for if (j >= 0)
				mine += 1000;
			}
			#pragma omp atomic
			loops += mine >= 1 && mine <= 2;
		}
		#pragma omp single
		printf("inner regions %d, outer threads %d\n", wrong, outer == omp_get_num_threads());
	}
	printf("inner loops %d\n", loops == 8);
	int serial = find(a, 100, 3);
	#pragma omp parallel
	find(a, 100, 50);
	printf("serial %d\n", serial);
	#pragma omp parallel for collapse(2) schedule(static, 1) reduction(+: late)
	for (int i = 0; i < 40; i++)
		for (int j = 0; j < 40; j++) {
			late++;
			if (i * 40 + j >= 0) {
				#pragma omp cancel for
			}
		}
	printf("combined %d\n", late >= 1 && late < 8);
	int ran = 0;
	#pragma omp parallel num_threads(2) shared(ran)
	{
		if (omp_get_thread_num() == omp_get_num_threads() - 1) {
			int go = 0;
			#pragma omp cancel parallel if (!go)
		}
		#pragma omp barrier
		for (int i = 0; i < 20; i++)
			#pragma omp task shared(ran)
			{
				#pragma omp atomic
				ran++;
			}
	}
	printf("tasks of a cancelled region %d\n", ran);
	return 0;
}
