// reduction: an inner reduction into a variable that is itself private or a reduction copy of the outer region.
// expect: outer 180 wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int outer = 0, wrong = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(2) reduction(+: outer, wrong)
	{
		int mine = 0;
		#pragma omp parallel for num_threads(3) reduction(+: outer, mine)
		for (int i = 0; i < 10; i++) {
			outer += 2 * i;
			mine += i;
		}
		wrong += mine != 45 || outer != 90;
	}
	printf("outer %d wrong %d\n", outer, wrong);
	return 0;
}
