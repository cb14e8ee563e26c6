// reduction: several variables in one clause and several clauses of one operator, of different types.
// expect: 45 45 45 45 945 285 0 9
#include <stdio.h>

int main(void)
{
	int a = 0, low = 99, high = -99;
	long b = 0;
	float c = 0;
	double d = 0;
	unsigned char e = 45;
	short f = 0;
	#pragma omp parallel for num_threads(4) reduction(+: a, b, c) reduction(+: d) reduction(+: f), reduction(min: low) reduction(max: high) \
		reduction(+: e)
	for (int i = 0; i < 10; i++) {
		a += i;
		b += i;
		c += i;
		d += i;
		e += 90;
		f += (short)(i * i);
		low = i < low ? i : low;
		high = i > high ? i : high;
	}
	printf("%d %ld %g %g %d %d %d %d\n", a, b, c, d, e - 945 % 256 + 945, f, low, high);
	return 0;
}
