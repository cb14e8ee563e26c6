// reverse: the order of the iterations, with steps, types, the ends of types, and below other directives.
// reference: none because no other compiler here knows reverse
// expect: up: 4 3 2 1 0
// expect: down by 4: 4 8 12
// expect: from the lowest: -2147483646 -2147483647 -2147483648
// expect: to the highest: 2147483647 2147483646
// expect: unsigned: 3 2 1 0
// expect: pointer: e d c b a
// expect: twice: 0 1 2
// expect: inner loop: 02 01 00 12 11 10
// expect: outer loop: 10 11 12 00 01 02
// expect: collapsed: 02 01 00 12 11 10
// expect: empty:
// expect: shared out: 4950, last 0
// expect: variable after the loop: 2
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int n = 5, step = -4, lowest = INT_MIN, highest = INT_MAX, after;
	char text[] = "abcde";

	printf("up:");
	#pragma omp reverse
	for (int i = 0; i < n; i++) {
		if (i < 0)
			continue;
		printf(" %d", i);
	}

	printf("\ndown by 4:");
	#pragma omp reverse
	for (long i = 12; i > 3; i += step)
		printf(" %ld", i);

	printf("\nfrom the lowest:");
	#pragma omp reverse
	for (int i = lowest; i < lowest + 3; i++)
		printf(" %d", i);

	printf("\nto the highest:");
	#pragma omp reverse
	for (int i = highest - 1; i <= highest; i++)
		printf(" %d", i);

	printf("\nunsigned:");
	#pragma omp reverse
	for (unsigned i = 0; i < 4; i++)
		printf(" %u", i);

	printf("\npointer:");
	#pragma omp reverse
	for (char *p = text; p < text + 5; ++p)
		printf(" %c", *p);

	printf("\ntwice:");
	#pragma omp reverse
	#pragma omp reverse
	for (int i = 0; i < 3; i++)
		printf(" %d", i);

	printf("\ninner loop:");
	for (int i = 0; i < 2; i++) {
		#pragma omp reverse
		for (int j = 0; j < 3; j++)
			printf(" %d%d", i, j);
	}

	printf("\nouter loop:");
	#pragma omp reverse
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 3; j++)
			printf(" %d%d", i, j);

	printf("\ncollapsed:");
	#pragma omp parallel for collapse(2) ordered
	for (int i = 0; i < 2; i++)
		#pragma omp reverse
		for (int j = 0; j < 3; j++)
			#pragma omp ordered
			printf(" %d%d", i, j);

	printf("\nempty:");
	#pragma omp reverse
	for (int i = lowest; i < lowest; i++)
		printf(" %d", i);

	int sum = 0, last = -1, k;
	#pragma omp parallel for reduction(+ : sum) lastprivate(k, last)
	#pragma omp reverse
	for (k = 0; k < 100; k++) {
		sum += k;
		last = k;
	}
	printf("\nshared out: %d, last %d", sum, last);

	#pragma omp reverse
	for (after = 2; after < n; after++)
		sum += after;
	printf("\nvariable after the loop: %d\n", after);
	return k;
}
