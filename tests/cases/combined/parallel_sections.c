// combined: parallel sections with firstprivate, lastprivate, reduction, private and num_threads.
// expect: a 11 b 12 last 3 sum 9 runs 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, last = 0, sum = 0, start = 10, t = -1, runs = 0;
	#pragma omp parallel sections num_threads(3) firstprivate(start) lastprivate(last) reduction(+: sum) private(t) shared(runs)
	{
		{
			t = 1;
			a = start + t;
			last = 1;
			sum += omp_get_num_threads();
			#pragma omp atomic
			runs++;
		}
		#pragma omp section
		{
			t = 2;
			b = start + t;
			last = 2;
			sum += omp_get_num_threads();
			#pragma omp atomic
			runs++;
		}
		#pragma omp section
		{
			last = 3;
			sum += omp_get_num_threads();
			#pragma omp atomic
			runs++;
		}
	}
	printf("a %d b %d last %d sum %d runs %d\n", a, b, last, sum, runs);
	return t + 1;
}
