// lastprivate: file-scope and static variables, with nowait and a barrier before the use, and with an empty loop keeping the old value.
// expect: wrong 0 kept 5
#include <stdio.h>

static int global = 1;

int main(void)
{
	static double hidden = 2;
	int wrong = 0, kept = 5, zero = 0;
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		#pragma omp for lastprivate(global, hidden) nowait schedule(dynamic, 2)
		for (int i = 0; i < 11; i++) {
			global = 2 * i;
			hidden = i / 2.0;
		}
		#pragma omp barrier
		wrong += global != 20 || hidden != 5;
	}
	#pragma omp parallel for firstprivate(kept) lastprivate(kept) num_threads(3)
	for (int i = 0; i < zero; i++)
		kept = 99;
	printf("wrong %d kept %d\n", wrong, kept);
	return 0;
}
