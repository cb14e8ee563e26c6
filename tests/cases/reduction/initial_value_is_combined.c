// reduction: the variable's value before the region takes part in the result, for every operator.
// expect: 1010 990 5120 8 251 240 0 1 -7 90
#include <stdio.h>

int main(void)
{
	int plus = 1000, minus = 1000, times = 5, and = 0x1fa, or = 0xa1, xor = 0xf0, land = 0, lor = 7, min = -7, max = 90, n = 0;
	#pragma omp parallel num_threads(5) reduction(+: plus, n) reduction(-: minus) reduction(*: times) reduction(&: and) \
		reduction(|: or) reduction(^: xor) reduction(&&: land) reduction(||: lor) reduction(min: min) reduction(max: max)
	{
		plus += 2;
		minus -= 2;
		times *= 4;
		and &= 0x0d;
		or |= 0x5a;
		xor ^= 0xff;
		xor ^= 0xff;
		land = land && 1;
		lor = lor || 0;
		min = min < 3 ? min : 3;
		max = max > 4 ? max : 4;
		n++;
	}
	printf("%d %d %d %d %d %d %d %d %d %d\n", plus, minus, times, and * (n == 5), or, xor, land, lor, min, max);
	return 0;
}
