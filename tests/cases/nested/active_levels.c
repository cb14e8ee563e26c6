// nested: with omp_set_max_active_levels(2) inner regions get teams, a third level is serialised.
// expect: levels 1 2 3 active 1 2 2 sizes 2 3 1
// expect: inner threads 6 third 6
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int level[3] = {0}, active[3] = {0}, size[3] = {0}, inner = 0, third = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked
		{
			level[0] = omp_get_level();
			active[0] = omp_get_active_level();
			size[0] = omp_get_num_threads();
		}
		int first = omp_get_thread_num() == 0;
		#pragma omp parallel num_threads(3)
		{
			#pragma omp atomic
			inner++;
			if (first && omp_get_thread_num() == 0) {
				level[1] = omp_get_level();
				active[1] = omp_get_active_level();
				size[1] = omp_get_num_threads();
			}
			int here = first && omp_get_thread_num() == 0;
			#pragma omp parallel num_threads(4)
			{
				#pragma omp atomic
				third++;
				if (here) {
					level[2] = omp_get_level();
					active[2] = omp_get_active_level();
					size[2] = omp_get_num_threads();
				}
			}
		}
	}
	printf("levels %d %d %d active %d %d %d sizes %d %d %d\n", level[0], level[1], level[2], active[0], active[1], active[2],
	       size[0], size[1], size[2]);
	printf("inner threads %d third %d\n", inner, third);
	return 0;
}
