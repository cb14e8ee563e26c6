// environment: OMP_DYNAMIC=true is reported, and omp_set_dynamic(0) restores exact team sizes.
// env: OMP_DYNAMIC=true
// expect: 1 0 team 5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int before = omp_get_dynamic() != 0, team = 0;
	omp_set_dynamic(0);
	#pragma omp parallel num_threads(5) reduction(+: team)
	team++;
	printf("%d %d team %d\n", before, omp_get_dynamic(), team);
	return 0;
}
