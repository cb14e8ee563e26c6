// loops: downward loops of unsigned types under dynamic, guided and chunked schedules.
// reference: clang-19 because gcc 12 loses the sign of the step
// expect: 16 4 9 5 65535
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0, e = 0;
	#pragma omp parallel for reduction(+: a) schedule(guided)
	for (unsigned i = 16; i > 0; i--)
		a++;
	#pragma omp parallel for reduction(+: b) schedule(dynamic)
	for (unsigned char i = 254; i != 250; i--)
		b++;
	#pragma omp parallel for reduction(+: c) schedule(dynamic, 2)
	for (unsigned short i = 65535; i >= 65527; i -= 1)
		c++;
	#pragma omp parallel for reduction(+: d) schedule(guided)
	for (unsigned long long i = 10; i > 0; i -= 2)
		d++;
	#pragma omp parallel for reduction(+: e) schedule(static, 1000)
	for (unsigned short i = 65535; i > 0; i--)
		e++;
	printf("%d %d %d %d %d\n", a, b, c, d, e);
	return 0;
}
