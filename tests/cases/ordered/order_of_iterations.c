// ordered: the blocks run in the order of the iterations under every schedule.
// expect: wrong 0 0 0 0 0 n 300 team 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int next, wrong[5] = {0}, n = 0, team = 0, chunk = 4;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp atomic
		team++;
		#pragma omp single
		next = 0;
		#pragma omp for ordered schedule(dynamic)
		for (int i = 0; i < 60; i++) {
			#pragma omp ordered
			{
				wrong[0] += next++ != i;
				n++;
			}
		}
		#pragma omp single
		next = 0;
		#pragma omp for ordered schedule(static, 2)
		for (int i = 0; i < 60; i++) {
			#pragma omp ordered threads
			wrong[1] += next++ != i, n++;
		}
		#pragma omp single
		next = 0;
		#pragma omp for schedule(guided, chunk) ordered
		for (int i = 0; i < 60; i++) {
			#pragma omp ordered
			wrong[2] += next++ != i, n++;
		}
		#pragma omp single
		next = 60;
		#pragma omp for ordered schedule(dynamic, chunk - 1)
		for (int i = 60; i > 0; i--) {
			#pragma omp ordered
			wrong[3] += next-- != i, n++;
		}
		#pragma omp single
		next = 0;
		#pragma omp for ordered
		for (int i = 0; i < 60; i++) {
			#pragma omp ordered
			wrong[4] += next++ != i, n++;
		}
	}
	printf("wrong %d %d %d %d %d n %d team %d\n", wrong[0], wrong[1], wrong[2], wrong[3], wrong[4], n, team);
	return 0;
}
