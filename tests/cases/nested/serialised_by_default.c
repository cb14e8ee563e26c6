// nested: with one active level allowed, inner regions have one thread but their own level and thread number 0.
// expect: wrong 0 count 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, count = 0;
	omp_set_max_active_levels(1);
	#pragma omp parallel num_threads(4) reduction(+: wrong, count)
	{
		int outside = omp_get_thread_num();
		#pragma omp parallel num_threads(3) reduction(+: wrong, count)
		{
			count++;
			wrong += omp_get_num_threads() != 1 || omp_get_thread_num() != 0 || omp_get_level() != 2;
			wrong += omp_get_active_level() != 1 || omp_get_ancestor_thread_num(1) != outside || omp_get_team_size(1) != 4;
			wrong += !omp_in_parallel();
		}
		wrong += omp_get_thread_num() != outside || omp_get_num_threads() != 4;
	}
	printf("wrong %d count %d\n", wrong, count);
	return 0;
}
