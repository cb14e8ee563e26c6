// loops: long long and unsigned long long loops at the ends of their range and over 2^63 values with a large step.
// expect: bottom 8 28
// expect: top 8 28
// expect: huge 7 1
// expect: ull 9 36
// expect: ull wide 15 1
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int n = 0, last = 0;
	long long sum = 0, step = LLONG_MAX / 8;
	unsigned long long usum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (long long i = LLONG_MIN; i < LLONG_MIN + 8; i++)
		n++, sum += i - LLONG_MIN;
	printf("bottom %d %lld\n", n, sum);
	n = 0, sum = 0;
	#pragma omp parallel for reduction(+: n, sum) schedule(dynamic)
	for (long long i = LLONG_MAX; i > LLONG_MAX - 8; i--)
		n++, sum += LLONG_MAX - i;
	printf("top %d %lld\n", n, sum);
	n = 0;
	#pragma omp parallel for reduction(+: n, last)
	for (long long i = -3 * step; i <= 3 * step; i += step)
		n++, last += i == 3 * step;
	printf("huge %d %d\n", n, last);
	n = 0;
	#pragma omp parallel for reduction(+: n, usum) schedule(guided)
	for (unsigned long long i = ULLONG_MAX - 9; i < ULLONG_MAX; i++)
		n++, usum += i - (ULLONG_MAX - 9);
	printf("ull %d %llu\n", n, usum);
	n = last = 0;
	#pragma omp parallel for reduction(+: n, last)
	for (unsigned long long i = ULLONG_MAX; i > ULLONG_MAX / 16 + 5; i -= 1ULL << 60)
		n++, last += i == (1ULL << 60) * 2 - 1;
	printf("ull wide %d %d\n", n, last);
	return 0;
}
