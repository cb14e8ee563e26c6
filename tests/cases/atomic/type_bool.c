// atomic: read, write, update and capture on _Bool.
// expect: or 1 and 0 written 1 read 1 old 1 flips 0 swaps 1
#include <stdio.h>

int main(void)
{
	_Bool or = 0, and = 1, written = 0, flag = 0, taken = 0;
	int read = 0, old = 0, swaps = 0;
	#pragma omp parallel num_threads(4) reduction(+: swaps)
	{
		_Bool v;
		#pragma omp atomic
		or |= 1;
		#pragma omp atomic
		and &= 0;
		#pragma omp atomic write
		written = 1;
		#pragma omp atomic read
		v = written;
		#pragma omp atomic
		read += v;
		#pragma omp atomic
		flag ^= 1;
		#pragma omp atomic capture
		{
			v = taken;
			taken = 1;
		}
		swaps += !v;
		#pragma omp atomic
		old += !v;
	}
	printf("or %d and %d written %d read %d old %d flips %d swaps %d\n", or, and, written, read / 4, old, flag, swaps);
	return 0;
}
