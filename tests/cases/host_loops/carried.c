// host_loops: what an iteration reads of a private variable another one of the same thread has left there: such a loop is for threads.
// expect: static 0 first 12 scratch 0
// expect: kernel 30
// kernels: 1
// flags: -Wno-maybe-uninitialized -Wno-uninitialized
#include <stdio.h>

int main(void)
{
	int wrong = 0, before = 0, base = 100, out[12], scratch[2] = {0, 0};
	#pragma omp parallel for private(before) schedule(static, 4) num_threads(3)
	for (int i = 0; i < 12; i++) {
		if (i % 4 == 0)
			before = i;
		out[i] = before;
		before++;
	}
	for (int i = 0; i < 12; i++)
		wrong += out[i] != i;
	#pragma omp parallel for firstprivate(base) schedule(static, 12) num_threads(2)
	for (int i = 0; i < 12; i++) {
		base += 1;
		out[i] = base;
	}
	int first = out[11] - 100;
	#pragma omp parallel for private(scratch) schedule(static, 4) num_threads(3)
	for (int i = 0; i < 12; i++) {
		if (i % 4 == 0)
			scratch[0] = i, scratch[1] = 0;
		else
			scratch[1]++;
		out[i] = scratch[0] + scratch[1];
	}
	int bad = 0;
	for (int i = 0; i < 12; i++)
		bad += out[i] != i;
	printf("static %d first %d scratch %d\n", wrong, first, bad);
	#pragma omp parallel for private(before)
	for (int i = 0; i < 12; i++) {
		before = i / 2;
		out[i] = before;
	}
	wrong = 0;
	for (int i = 0; i < 12; i++)
		wrong += out[i];
	printf("kernel %d\n", wrong);
	return 0;
}
