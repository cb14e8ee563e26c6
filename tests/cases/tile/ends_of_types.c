// tile near the ends of the types: no tile starts past the end, and no bound wraps around.
// reference: none because at the ends of the types native compilers overflow
// expect: int: 2147483641 2147483642 2147483643 2147483644 2147483645 2147483646
// expect: int, last: 2147483643 2147483644 2147483645 2147483646 2147483647
// expect: down: -2147483645 -2147483646 -2147483647
// expect: unsigned down by 3: 10 7 4 1
// expect: unsigned char: 250 251 252 253 254 255
// expect: size_t: 18446744073709551611 18446744073709551612 18446744073709551613 18446744073709551614
// expect: long: -9223372036854775808 -4611686018427387905 -2 4611686018427387901 9223372036854775804
// expect: pointer: 1 3 5 7 9
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

int main(void)
{
	int last = INT_MAX;
	size_t top = SIZE_MAX;
	int a[10];

	printf("int:");
	#pragma omp tile sizes(4)
	for (int i = last - 6; i < last; i++)
		printf(" %d", i);

	printf("\nint, last:");
	#pragma omp tile sizes(3)
	for (int i = INT_MAX - 4; i <= last; i++)
		printf(" %d", i);

	printf("\ndown:");
	#pragma omp tile sizes(2)
	for (int i = -INT_MAX + 2; i > INT_MIN; i--)
		printf(" %d", i);

	printf("\nunsigned down by 3:");
	#pragma omp tile sizes(8)
	for (unsigned i = 10; i > 0; i -= 3)
		printf(" %u", i);

	printf("\nunsigned char:");
	#pragma omp tile sizes(4)
	for (unsigned char c = 250; c <= 255; c++)
		printf(" %d", c);

	printf("\nsize_t:");
	#pragma omp tile sizes(3)
	for (size_t i = top - 4; i < top; i++)
		printf(" %zu", i);

	printf("\nlong:");
	#pragma omp tile sizes(2)
	for (long i = LONG_MIN; i < LONG_MAX; i += LONG_MAX / 2)
		printf(" %ld", i);

	for (int i = 0; i < 10; i++)
		a[i] = i;
	printf("\npointer:");
	#pragma omp tile sizes(2)
	for (const int *p = a + 1; p < a + 10; p += 2)
		printf(" %d", *p);
	printf("\n");
	return 0;
}
