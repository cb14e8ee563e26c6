// for: without nowait no thread passes the end of the loop before all iterations are done.
// expect: early 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int done = 0, early = 0;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for schedule(static, 1)
		for (int i = 0; i < 4; i++) {
			if (i == 3) {
				double until = omp_get_wtime() + 0.02;
				while (omp_get_wtime() < until)
					;
			}
			#pragma omp atomic
			done++;
		}
		int now;
		#pragma omp atomic read
		now = done;
		if (now != 4 || omp_get_num_threads() != 4) {
			#pragma omp atomic
			early++;
		}
	}
	printf("early %d\n", early);
	return 0;
}
