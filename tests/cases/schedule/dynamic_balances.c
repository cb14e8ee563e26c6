// schedule(dynamic): while one thread is held in its first iteration the other takes all the rest.
// expect: rest 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int done = 0, rest = 0;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp for schedule(dynamic, 1)
		for (int i = 0; i < 50; i++) {
			if (i == 0) {
				double until = omp_get_wtime() + 5;
				int n = 0;
				while (n < 49 && omp_get_wtime() < until) {
					#pragma omp atomic read
					n = done;
				}
				rest = n == 49;
			} else {
				#pragma omp atomic
				done++;
			}
		}
	}
	printf("rest %d\n", rest);
	return 0;
}
