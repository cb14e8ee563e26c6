// atomic: every update operator on double, and read, write and capture, from two threads.
// expect: plus 106 minus 94 times 64 over 1 counted 6
// expect: top 12 distinct 1
#include <stdio.h>

int main(void)
{
	double plus = 100, minus = 100, times = 1, over = 64, counted = 0, ticket = 0, top = 0;
	int distinct = 1, taken[13] = {0};

	#pragma omp parallel num_threads(2)
	{
		for (int i = 0; i < 3; i++) {
			#pragma omp atomic
			plus += 1;
			#pragma omp atomic update
			minus = minus - 1;
			#pragma omp atomic
			times *= 2;
			#pragma omp atomic
			over /= 2;
			#pragma omp atomic
			counted++;
		}
		for (int i = 0; i < 6; i++) {
			double mine;
			#pragma omp atomic capture
			mine = ++ticket;
			#pragma omp atomic
			taken[(int)mine]++;
		}
		#pragma omp barrier
		#pragma omp single
		{
			double v;
			#pragma omp atomic read
			v = ticket;
			if (v != 0) {
				#pragma omp atomic write
				top = v;
			}
		}
	}
	for (int i = 1; i < 13; i++)
		distinct &= taken[i] == 1;
	printf("plus %g minus %g times %g over %g counted %g\n", plus, minus, times, over, counted);
	printf("top %g distinct %d\n", top, distinct);
	return 0;
}
