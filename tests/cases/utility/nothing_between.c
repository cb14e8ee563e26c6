// nothing between a directive and its statement, and between the loops of a nest, is nothing.
// reference: none because gcc 12 and clang 19 take it for the statement
// expect: 45 30 12 100 9
#include <stdio.h>

#define CHOSEN _Pragma("omp nothing")

int main(void)
{
	int a[5][6] = {{0}}, sum = 0, cells = 0, tiles = 0, all = 0, last = 0;

	#pragma omp parallel for reduction(+ : sum) lastprivate(last)
	#pragma omp nothing
	for (int i = 0; i < 10; i++) {
		sum += i;
		last = i;
	}

	#pragma omp parallel for collapse(2) num_threads(3)
	for (int i = 0; i < 5; i++)
		#pragma omp nothing
		for (int j = 0; j < 6; j++)
			a[i][j]++;
	for (int i = 0; i < 30; i++)
		cells += a[i / 6][i % 6];

	#pragma omp simd reduction(+ : tiles)
	#pragma omp nothing // and a comment
	#pragma omp tile sizes(4)
	#pragma omp nothing
	for (int i = 0; i < 12; i++)
		tiles++;

	#pragma omp parallel num_threads(4)
	CHOSEN
	{
		#pragma omp nothing
		for (int i = 0; i < 25; i++) {
			#pragma omp critical
			CHOSEN
			all++;
		}
	}
	printf("%d %d %d %d %d\n", sum, cells, tiles, all, last);
	return 0;
}
