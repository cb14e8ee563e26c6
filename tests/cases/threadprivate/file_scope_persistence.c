// threadprivate: file-scope copies start with the initialiser and keep their values from region to region.
// expect: start 1 kept 1 primary 100
#include <omp.h>
#include <stdio.h>

static int value = 42;
static double other = 1.5, third;
#pragma omp threadprivate(value, other)
#pragma omp threadprivate(third)

int main(void)
{
	int start = 1, kept = 1;
	omp_set_dynamic(0);
	#pragma omp parallel num_threads(4) reduction(&: start)
	{
		start &= value == 42 && other == 1.5 && third == 0;
		value = 100 + omp_get_thread_num();
		third = value * 2;
		#pragma omp barrier
		start &= value == 100 + omp_get_thread_num();
	}
	#pragma omp parallel num_threads(4) reduction(&: kept)
	kept &= value == 100 + omp_get_thread_num() && third == value * 2 && omp_get_num_threads() == 4;
	printf("start %d kept %d primary %d\n", start, kept, value);
	return 0;
}
