// routines: omp_get_ancestor_thread_num and omp_get_team_size for every level, and -1 outside the range.
// expect: outside 0 1 -1 -1 -1 -1
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0;
	omp_set_max_active_levels(2);
	printf("outside %d %d %d %d %d %d\n", omp_get_ancestor_thread_num(0), omp_get_team_size(0), omp_get_ancestor_thread_num(1),
	       omp_get_team_size(1), omp_get_ancestor_thread_num(-1), omp_get_team_size(-1));
	#pragma omp parallel num_threads(2) reduction(+: wrong)
	{
		int outer = omp_get_thread_num();
		#pragma omp parallel num_threads(3) reduction(+: wrong)
		{
			wrong += omp_get_ancestor_thread_num(2) != omp_get_thread_num() || omp_get_team_size(2) != 3;
			wrong += omp_get_ancestor_thread_num(1) != outer || omp_get_team_size(1) != 2;
			wrong += omp_get_ancestor_thread_num(0) != 0 || omp_get_team_size(0) != 1;
			wrong += omp_get_ancestor_thread_num(3) != -1 || omp_get_team_size(3) != -1;
		}
	}
	printf("wrong %d\n", wrong);
	return 0;
}
