// environment: OMP_PROC_BIND and OMP_PLACES are reported by the routines and results stay right.
// env: OMP_PROC_BIND=close
// env: OMP_PLACES=cores
// expect: bind 3 places 1 procs 1 sum 499500
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int sum = 0;
	#pragma omp parallel for reduction(+: sum) num_threads(4)
	for (int i = 0; i < 1000; i++)
		sum += i;
	printf("bind %d places %d procs %d sum %d\n",
	       (int)omp_get_proc_bind(), omp_get_num_places() >= 1, omp_get_place_num_procs(0) >= 1, sum);
	return 0;
}
