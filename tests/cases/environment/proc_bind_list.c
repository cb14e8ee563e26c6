// environment: a list in OMP_PROC_BIND gives the policy of each nesting level.
// env: OMP_PROC_BIND=spread,close
// env: OMP_PLACES=threads
// env: OMP_MAX_ACTIVE_LEVELS=2
// expect: outside 4 inside 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int inside = -1, outside = (int)omp_get_proc_bind();
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked
		inside = (int)omp_get_proc_bind();
	}
	printf("outside %d inside %d\n", outside, inside);
	return 0;
}
