// A strict -std=c99 file whose feature test macro must stand before every header.
// flags: -std=c99 -pedantic
// expect: 4950 14 1
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
	struct timespec now;
	size_t length = 0;
	long sum = 0;
	int ok = 1, i;

#pragma omp parallel for reduction(+ : sum)
	for (i = 0; i < 100; i++)
		sum += i;
#pragma omp parallel private(now)
	{
		clock_gettime(CLOCK_REALTIME, &now);
#pragma omp atomic
		ok &= now.tv_nsec >= 0;
#pragma omp single
		length = strnlen("feature macros", 100);
	}
	printf("%ld %d %d\n", sum, (int)length, ok);
	return 0;
}
