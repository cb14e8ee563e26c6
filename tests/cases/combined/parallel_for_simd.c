// combined: parallel for simd shares the loop out, with linear, lastprivate, reduction, collapse and schedule.
// expect: wrong 0 sum 4950 last 99 k 300 cells 63
#include <omp.h>
#include <stdio.h>

static int number;
#pragma omp threadprivate(number)

int main(void)
{
	int by[100], wrong = 0, sum = 0, last = 0, k = 0, cells = 0;
	#pragma omp parallel num_threads(4)
	number = omp_get_thread_num();
	#pragma omp parallel for simd num_threads(4) schedule(static) linear(k: 3) lastprivate(last) reduction(+: sum)
	for (int i = 0; i < 100; i++) {
		by[i] = number;
		sum += i;
		last = i;
		k += 3;
	}
	for (int i = 0; i < 100; i++)
		wrong += by[i] != i / 25;
	#pragma omp parallel for simd collapse(2) reduction(+: cells) num_threads(3)
	for (int i = 0; i < 7; i++)
		for (int j = 0; j < 9; j++)
			cells++;
	printf("wrong %d sum %d last %d k %d cells %d\n", wrong, sum, last, k, cells);
	return 0;
}
