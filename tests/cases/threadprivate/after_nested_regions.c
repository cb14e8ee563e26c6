// threadprivate: the primary thread of an inner team uses its own copy; its value survives the inner region.
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

static int mine = -1;
#pragma omp threadprivate(mine)

int main(void)
{
	int wrong = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(2) reduction(+: wrong)
	{
		int outer = omp_get_thread_num(), bad = 0;
		mine = 10 + outer;
		#pragma omp parallel num_threads(3) copyin(mine) reduction(+: bad)
		{
			bad += mine != 10 + outer;
			#pragma omp barrier
			mine += 100 * omp_get_thread_num();
			#pragma omp barrier
			bad += mine != 10 + outer + 100 * omp_get_thread_num();
		}
		wrong += bad + (mine != 10 + outer);
	}
	printf("wrong %d\n", wrong);
	return 0;
}
