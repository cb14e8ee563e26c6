// lastprivate: scalar, array, struct and pointer get the values of the sequentially last iteration under every schedule.
// expect: 99 198 297 1
// expect: 99 198 297 1
// expect: 99 198 297 1
// expect: 99 198 297 1
#include <omp.h>
#include <stdio.h>

struct s {
	int v;
	char pad[5];
};

int main(void)
{
	int x = -1, a[3] = {0}, data[100], *p = 0;
	struct s s = {-1, {0}};
	for (int kind = 1; kind <= 4; kind++) {
		omp_set_schedule((omp_sched_t)kind, kind < 4 ? 3 : 0);
		#pragma omp parallel num_threads(4) shared(data)
		{
			#pragma omp for schedule(runtime) lastprivate(x, a, s) lastprivate(p)
			for (int i = 0; i < 100; i++) {
				if (i == 0) {
					double until = omp_get_wtime() + 0.003;
					while (omp_get_wtime() < until)
						;
				}
				x = i;
				a[1] = 2 * i;
				s.v = 3 * i;
				p = &data[i];
			}
			#pragma omp single
			{
				int four = omp_get_num_threads() == 4;
				printf("%d %d %d %d\n", x, a[1], s.v, (p == &data[99]) * four);
			}
		}
		x = a[1] = s.v = -1;
	}
	return 0;
}
