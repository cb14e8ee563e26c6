// declare reduction: an initializer omp_priv = omp_orig gives each copy the value before the region.
// expect: best 90 wrong 0
#include <omp.h>
#include <stdio.h>

#pragma omp declare reduction(best: int: omp_out = omp_in > omp_out ? omp_in : omp_out) initializer(omp_priv = omp_orig)

int main(void)
{
	int best = 50, wrong = 0;
	#pragma omp parallel num_threads(4) reduction(best: best) reduction(+: wrong)
	{
		wrong += best != 50 || omp_get_num_threads() != 4;
		#pragma omp barrier
		if (best < omp_get_thread_num() * 30)
			best = omp_get_thread_num() * 30;
	}
	printf("best %d wrong %d\n", best, wrong);
	return 0;
}
