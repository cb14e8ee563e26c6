// split: the parts of the iterations, wherever omp_fill is, loops that are too short, and what is applied to the parts.
// reference: none because no other compiler here knows split
// expect: ends: 0 1 2 3 4 5 6
// expect: known: 10 8 6 4 2
// expect: too short: 3 4
// expect: sizes of variables: 0 1 2 3 4 5 6 7
// expect: first part reversed: 2 1 0 3 4 5 6
// expect: fused parts: 0 1 4 2 5 3
// expect: wide: 18446744073709551610 18446744073709551611 18446744073709551612
// expect: ends of int: 2147483646 2147483647
// expect: nothing left over: 0 1 2
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

int main(void)
{
	int n = 7, two = 2;
	size_t top = SIZE_MAX;

	printf("ends:");
	#pragma omp split counts(1, omp_fill, 1)
	for (int i = 0; i < n; i++)
		printf(" %d", i);

	printf("\nknown:");
	#pragma omp split counts(omp_fill, 3, 1)
	for (int i = 10; i > 0; i -= 2) {
		if (i == 7)
			continue;
		printf(" %d", i);
	}

	printf("\ntoo short:");
	#pragma omp split counts(1, 3, omp_fill, 2, 9)
	for (int i = 3; i < n - 2; i++)
		printf(" %d", i);

	printf("\nsizes of variables:");
	#pragma omp split counts(two, two + 1, omp_fill, two)
	for (int i = 0; i <= n; i++)
		printf(" %d", i);

	printf("\nfirst part reversed:");
	#pragma omp split counts(3, omp_fill) apply(split: reverse, nothing)
	for (int i = 0; i < n; i++)
		printf(" %d", i);

	printf("\nfused parts:");
	#pragma omp fuse looprange(2, 2)
	{
		#pragma omp split counts(1, 3, omp_fill)
		for (int i = 0; i < 6; i++)
			printf(" %d", i);
	}

	printf("\nwide:");
	#pragma omp split counts(omp_fill, 2)
	for (size_t i = top - 5; i < top - 2; i++)
		printf(" %zu", i);

	printf("\nends of int:");
	#pragma omp split counts(4, omp_fill)
	for (int i = INT_MAX - 1; i <= two + (INT_MAX - 2); i++)
		printf(" %d", i);

	printf("\nnothing left over:");
	#pragma omp split counts(2, omp_fill, 1)
	for (int i = 0; i < 3; i++)
		printf(" %d", i);
	printf("\n");
	return 0;
}
