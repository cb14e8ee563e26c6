// private: a private variable of the outer region is shared by the inner team and private to each outer thread.
// expect: wrong 0
// expect: x 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 1, wrong = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(2) private(x) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		x = me * 100;
		#pragma omp parallel num_threads(3) shared(x)
		{
			#pragma omp atomic
			x++;
		}
		wrong += x != me * 100 + 3;
	}
	printf("wrong %d\n", wrong);
	printf("x %d\n", x);
	return 0;
}
