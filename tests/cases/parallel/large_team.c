// parallel: a team of 40 threads on any machine, then a small one, then 40 again.
// expect: 40 2 40 sum 780
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, sum = 0;
	#pragma omp parallel num_threads(40) reduction(+: a)
	a++;
	#pragma omp parallel num_threads(2) reduction(+: b)
	b++;
	#pragma omp parallel num_threads(40) reduction(+: c, sum)
	{
		c++;
		#pragma omp barrier
		sum += omp_get_thread_num();
	}
	printf("%d %d %d sum %d\n", a, b, c, sum);
	return 0;
}
