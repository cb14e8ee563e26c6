// environment: OMP_NUM_THREADS gives the team size of regions without a clause.
// env: OMP_NUM_THREADS=6
// expect: 6 6
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int team = 0;
	#pragma omp parallel reduction(+: team)
	team++;
	printf("%d %d\n", omp_get_max_threads(), team);
	return 0;
}
