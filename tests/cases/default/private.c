// default(private): unlisted variables of the function are private and uninitialised; originals are unchanged.
// expect: wrong 0
// expect: x 10 y 2.5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 10, wrong = 0;
	double y = 2.5;
	#pragma omp parallel default(private) num_threads(4) reduction(+: wrong)
	{
		x = omp_get_thread_num();
		y = x * 0.5;
		#pragma omp barrier
		wrong += x != omp_get_thread_num() || y != x * 0.5;
	}
	printf("wrong %d\n", wrong);
	printf("x %d y %g\n", x, y);
	return 0;
}
