// atomic: every update operator on long long, and read, write and capture, from two threads.
// expect: plus 106 minus 94 times 64 over 1 counted 6
// expect: and 120 or 7 xor 5 left 64 right 1
// expect: top 12 distinct 1
#include <stdio.h>

int main(void)
{
	long long plus = 100, minus = 100, times = 1, over = 64, counted = 0, ticket = 0, top = 0;
	long long and = 0x7f, or = 0, xor = 5, left = 1, right = 0x40;
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
			#pragma omp atomic
			and &= (long long)~(1 << i);
			#pragma omp atomic
			or = or | (long long)(1 << i);
			#pragma omp atomic
			xor ^= 5;
			#pragma omp atomic
			left <<= 1;
			#pragma omp atomic
			right >>= 1;

		}
		for (int i = 0; i < 6; i++) {
			long long mine;
			#pragma omp atomic capture
			mine = ++ticket;
			#pragma omp atomic
			taken[(int)mine]++;
		}
		#pragma omp barrier
		#pragma omp single
		{
			long long v;
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
	printf("plus %lld minus %lld times %lld over %lld counted %lld\n", plus, minus, times, over, counted);
	printf("and %lld or %lld xor %lld left %lld right %lld\n", and, or, xor, left, right);
	printf("top %lld distinct %d\n", top, distinct);
	return 0;
}
