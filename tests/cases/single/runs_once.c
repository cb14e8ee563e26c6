// single: the block runs in one thread only, every time it is met, and the others wait for it.
// expect: runs 100 late 0 team 5
#include <stdio.h>

int main(void)
{
	int runs = 0, late = 0, team = 0;
	#pragma omp parallel num_threads(5) reduction(+: late, team)
	{
		team++;
		for (int k = 0; k < 100; k++) {
			#pragma omp single
			runs++;
			late += runs != k + 1;
			#pragma omp barrier
		}
	}
	printf("runs %d late %d team %d\n", runs, late, team);
	return 0;
}
