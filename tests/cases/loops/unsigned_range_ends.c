// loops: unsigned loops up to UINT_MAX, down to 0 and over more than half of the range visit each value once.
// expect: top 16 120
// expect: down 16 136
// expect: most 255 1 1
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int n = 0, first = 0, last = 0;
	long sum = 0;
	#pragma omp parallel for reduction(+: n, sum) schedule(dynamic)
	for (unsigned i = UINT_MAX - 16; i < UINT_MAX; i++)
		n++, sum += i - (UINT_MAX - 16);
	printf("top %d %ld\n", n, sum);
	n = 0, sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (unsigned i = 16; i > 0; i--)
		n++, sum += i;
	printf("down %d %ld\n", n, sum);
	n = 0;
	#pragma omp parallel for reduction(+: n, first, last)
	for (unsigned i = 0; i < 255u << 24; i += 1u << 24)
		n++, first += i == 0, last += i == 254u << 24;
	printf("most %d %d %d\n", n, first, last);
	return 0;
}
