// critical: equal names in different functions exclude each other; different names do not, so they may nest.
// expect: same 600 nested 300 crossed 1
#include <omp.h>
#include <stdio.h>

static int same, nested, arrived;

static void first(void)
{
	#pragma omp critical(shared_name)
	same++;
}

static void second(void)
{
	#pragma omp critical (shared_name)
	{
		same++;
	}
}

static int meet(void)
{
	double until = omp_get_wtime() + 5;
	int n = 0;
	#pragma omp atomic
	arrived++;
	while (n < 2 && omp_get_wtime() < until) {
		#pragma omp atomic read
		n = arrived;
	}
	return n == 2;
}

int main(void)
{
	int crossed = 1;
	#pragma omp parallel num_threads(3)
	for (int i = 0; i < 100; i++) {
		first();
		second();
		#pragma omp critical(outer)
		{
			#pragma omp critical(inner)
			{
				#pragma omp critical
				nested++;
			}
		}
	}
	#pragma omp parallel num_threads(2) reduction(&: crossed)
	{
		if (omp_get_thread_num() == 0) {
			#pragma omp critical(left)
			crossed &= meet();
		} else {
			#pragma omp critical(right)
			crossed &= meet();
		}
	}
	printf("same %d nested %d crossed %d\n", same, nested, crossed * (arrived == 2));
	return 0;
}
