// simd collapse over loops that are not rectangular, have other code between them, or come from a transformation.
// reference: none because gcc 12 and clang-19 refuse some of these loops
// expect: triangle 95 5
// expect: wide 120
// expect: between 42
// expect: tiles 90
// expect: reversed 90
#include <stdio.h>

int main(void)
{
	int sum = 0, n = 5, last = 0;

	#pragma omp simd collapse(2) reduction(+ : sum) lastprivate(last)
	for (int i = 0; i < n; i++)
		for (int j = 0; j <= i; j++) {
			sum += i * j + i;
			last = i + 1;
		}
	printf("triangle %d %d\n", sum - 10, last);

	sum = 0;
	#pragma omp simd collapse(2) reduction(+ : sum)
	for (int i = 1; i < n; i++)
		for (int j = i; j < 3 * i + 4; j += 3)
			sum += i + j;
	printf("wide %d\n", sum);

	sum = 0;
	#pragma omp simd collapse(2) reduction(+ : sum)
	for (int i = 0; i < 4; i++) {
		int square = i * i;
		for (int j = 0; j < 3; j++)
			sum += square * j;
	}
	printf("between %d\n", sum);

	sum = 0;
	#pragma omp simd collapse(2) reduction(+ : sum)
	#pragma omp tile sizes(2)
	for (int i = 0; i < 10; i++)
		sum += 2 * i;
	printf("tiles %d\n", sum);

	sum = 0;
	#pragma omp simd collapse(3) reduction(+ : sum)
	#pragma omp reverse
	#pragma omp tile sizes(2)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 1; j++)
			sum += 2 * i;
	printf("reversed %d\n", sum);
	return 0;
}
