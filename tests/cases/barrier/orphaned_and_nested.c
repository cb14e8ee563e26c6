// barrier: in a called function it binds to the caller's team; in an inner region only the inner team waits.
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

static void wait_here(void)
{
	#pragma omp barrier
}

int main(void)
{
	int wrong = 0, data[3] = {0};
	omp_set_max_active_levels(2);
	wait_here();
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		data[me] = 10 + me;
		wait_here();
		for (int i = 0; i < 3; i++)
			wrong += data[i] != 10 + i;
		if (me == 1) {
			int inner[2] = {0, 0}, bad = 0;
			#pragma omp parallel num_threads(2) reduction(+: bad)
			{
				inner[omp_get_thread_num()] = 1;
				wait_here();
				bad += inner[0] + inner[1] != 2;
			}
			wrong += bad;
		}
	}
	printf("wrong %d\n", wrong);
	return 0;
}
