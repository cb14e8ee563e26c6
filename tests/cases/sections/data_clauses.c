// sections: private, firstprivate, lastprivate and reduction clauses; lastprivate comes from the last section in the text.
// expect: last 30 sum 106 p 5 array 7 8
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int last = 0, sum = 100, p = 5, start = 10, wrong = 0, array[2] = {0, 0};
	#pragma omp parallel num_threads(4)
	{
		#pragma omp sections private(p) firstprivate(start) lastprivate(last, array) reduction(+: sum, wrong)
		{
			#pragma omp section
			{
				double until = omp_get_wtime() + 0.01;
				while (omp_get_wtime() < until)
					;
				p = 1;
				last = start;
				array[0] = array[1] = 1;
				sum += p;
			}
			#pragma omp section
			{
				p = 2;
				last = start + 10;
				array[0] = 2;
				sum += p;
			}
			#pragma omp section
			{
				p = 3;
				last = start + 20;
				array[0] = 7;
				array[1] = 8;
				sum += p;
				wrong += omp_get_num_threads() != 4;
			}
		}
	}
	printf("last %d sum %d p %d array %d %d\n", last, sum + wrong, p, array[0], array[1]);
	return 0;
}
