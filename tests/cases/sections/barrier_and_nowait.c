// sections: without nowait no thread goes on before all sections ran; with nowait a thread may.
// expect: early 0
// expect: went on 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int done = 0, early = 0, passed = 0, went_on = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections
		{
			#pragma omp section
			{
				double until = omp_get_wtime() + 0.01;
				while (omp_get_wtime() < until)
					;
				#pragma omp atomic
				done++;
			}
			#pragma omp section
			{
				#pragma omp atomic
				done++;
			}
		}
		int now;
		#pragma omp atomic read
		now = done;
		#pragma omp atomic
		early += now != 2 || omp_get_num_threads() != 3;

		#pragma omp sections nowait
		{
			#pragma omp section
			{
				double until = omp_get_wtime() + 5;
				int seen = 0;
				while (!seen && omp_get_wtime() < until) {
					#pragma omp atomic read
					seen = passed;
				}
				went_on = seen;
			}
		}
		#pragma omp atomic write
		passed = 1;
	}
	printf("early %d\n", early);
	printf("went on %d\n", went_on);
	return 0;
}
