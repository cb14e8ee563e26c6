// loops: where the distance between the bounds is larger than the index type holds, the loop still does what the C loop does.
// reference: none because OpenMP 5.2 leaves it unspecified and both native compilers lose iterations
// expect: wide 42 1 1
// expect: wide down 42 1 1
// expect: dynamic 43 1 1
// expect: huge 16 1
// expect: chars 255 -255
// expect: shorts 65535
// expect: steps 25
// expect: empty 0
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int n = 0, first = 0, last = 0, step = 100000000, low = INT_MIN, high = 2000000000;
	long sum = 0;
	long long big = LLONG_MAX / 8;
	#pragma omp parallel for reduction(+: n, first, last)
	for (int i = low; i < high; i += step)
		n++, first += i == INT_MIN, last += i == INT_MIN + 41LL * step;
	printf("wide %d %d %d\n", n, first, last);
	n = first = last = 0;
	#pragma omp parallel for reduction(+: n, first, last) schedule(static, 2)
	for (int i = INT_MAX; i > -high; i -= step)
		n++, first += i == INT_MAX, last += i == INT_MAX - 41LL * step;
	printf("wide down %d %d %d\n", n, first, last);
	n = first = last = 0;
	#pragma omp parallel for reduction(+: n, first, last) schedule(dynamic, 3)
	for (int i = low; i <= 2000000000; i += step)
		n++, first += i == INT_MIN, last += i == INT_MIN + 41LL * step;
	n++;
	printf("dynamic %d %d %d\n", n, first, last);
	n = last = 0;
	#pragma omp parallel for reduction(+: n, last)
	for (long long i = -8 * big; i < 8 * big - 1; i += big)
		n++, last += i == 7 * big;
	printf("huge %d %d\n", n, last);
	n = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (signed char c = -128; c < 127; c++)
		n++, sum += c;
	printf("chars %d %ld\n", n, sum);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (short s = SHRT_MIN; s < SHRT_MAX; s++)
		n++;
	printf("shorts %d\n", n);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (signed char c = -128; c < 117; c += 10)
		n++;
	printf("steps %d\n", n);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (int i = INT_MAX; i < low; i += 3)
		n++;
	printf("empty %d\n", n);
	return 0;
}
