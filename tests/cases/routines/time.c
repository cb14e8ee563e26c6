// routines: omp_get_wtime never goes back and moves on, omp_get_wtick is a positive fraction of a second.
// expect: monotonic 1 moves 1 tick 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	double start = omp_get_wtime(), last = start, now = start, tick = omp_get_wtick();
	int monotonic = 1;
	for (int i = 0; i < 1000; i++) {
		now = omp_get_wtime();
		monotonic &= now >= last;
		last = now;
	}
	while (now - start < 0.002)
		now = omp_get_wtime();
	printf("monotonic %d moves %d tick %d\n", monotonic, now > start && now - start < 10, tick > 0 && tick < 1);
	return 0;
}
