// for: schedule(static) gives each thread at most one block, block sizes differ by at most one block, in thread order.
// expect: in order 1 all 1000
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int by[1000], in_order = 1, all = 0;
	#pragma omp parallel num_threads(7)
	#pragma omp for schedule(static)
	for (int i = 0; i < 1000; i++)
		by[i] = omp_get_thread_num();
	for (int i = 0; i < 1000; i++) {
		in_order &= i == 0 ? by[i] == 0 : by[i] == by[i - 1] || by[i] == by[i - 1] + 1;
		all += by[i] >= 0 && by[i] < 7;
	}
	in_order &= by[999] == 6;
	printf("in order %d all %d\n", in_order, all);
	return 0;
}
