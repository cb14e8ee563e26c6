// environment: OMP_THREAD_LIMIT=3 caps the team and is reported; the work is still all done.
// env: OMP_THREAD_LIMIT=3
// reference: gcc because libomp prints a warning
// expect: limit 3 team within 1 sum 4950
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int team = 0, sum = 0;
	#pragma omp parallel num_threads(8) reduction(+: team)
	team++;
	#pragma omp parallel for num_threads(8) reduction(+: sum)
	for (int i = 0; i < 100; i++)
		sum += i;
	printf("limit %d team within %d sum %d\n", omp_get_thread_limit(), team >= 1 && team <= 3, sum);
	return 0;
}
