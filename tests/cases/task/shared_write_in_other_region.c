// A task writes a variable of the function while a region of the same function reads it.
// threads: 2 7
// expect: 1
#include <omp.h>
#include <stdio.h>

static int seen;

static void wait_for_task(void)
{
	int flag = 0;
	#pragma omp task shared(flag)
	{
		#pragma omp atomic write
		flag = 1;
	}
	#pragma omp parallel num_threads(1)
	{
		int now = 0;
		double begin = omp_get_wtime();
		do {
			#pragma omp atomic read
			now = flag;
			#pragma omp taskyield
		} while (!now && omp_get_wtime() - begin < 5);
		seen = now;
	}
	#pragma omp taskwait
}

int main(void)
{
	#pragma omp parallel
	#pragma omp single
	wait_for_task();
	printf("%d\n", seen);
	return 0;
}
