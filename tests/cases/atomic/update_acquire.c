// atomic: an update may have the memory orders acquire and acq_rel.
// reference: gcc because clang-19 rejects these orders on update
// expect: 100 team 4
#include <stdio.h>

int main(void)
{
	int x = 0, team = 0;
	#pragma omp parallel num_threads(4) reduction(+: team)
	{
		team++;
		for (int i = 0; i < 5; i++) {
			#pragma omp atomic acq_rel
			x += 2;
			#pragma omp atomic update acquire
			x = 2 + x;
			#pragma omp atomic acq_rel update
			x++;
		}
	}
	printf("%d team %d\n", x, team);
	return 0;
}
