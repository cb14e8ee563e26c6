// loops: char and short loops that start or end at the ends of their type.
// reference: clang-19 because gcc 12 counts chunks in the type of the index and never ends
// expect: up 127 8001
// expect: down 128 -8256
// expect: short 32767 32767
// expect: last uchar 4
// expect: uchar 255 32385
// expect: ushort 65535
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int n = 0, m = 0;
	long sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (signed char c = 0; c < SCHAR_MAX; c++)
		n++, sum += c;
	printf("up %d %ld\n", n, sum);
	n = 0, sum = 0;
	#pragma omp parallel for reduction(+: n, sum) schedule(dynamic, 5)
	for (signed char c = -1; c > SCHAR_MIN; c--)
		n++, sum += c;
	printf("down %d %ld\n", n + 1, sum - 128);
	n = 0;
	#pragma omp parallel for reduction(+: n) schedule(static, 1000)
	for (short s = SHRT_MAX; s > 0; s--)
		n++;
	#pragma omp parallel for reduction(+: m)
	for (short s = -SHRT_MAX - 1; s < -1; ++s)
		m++;
	printf("short %d %d\n", n, m);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (unsigned char c = 251; c <= 254; c++)
		n++;
	printf("last uchar %d\n", n);
	n = 0, sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (unsigned char c = 0; c < 255; c++)
		n++, sum += c;
	printf("uchar %d %ld\n", n, sum);
	n = 0;
	#pragma omp parallel for reduction(+: n) schedule(static, 1000)
	for (unsigned short s = 0; s < USHRT_MAX; s++)
		n++;
	printf("ushort %d\n", n);
	return 0;
}
