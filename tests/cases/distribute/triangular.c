// distribute parallel for over nests whose inner bounds use outer variables.
// reference: clang because gcc 12 crashes
// expect: 5050 1 820 1
#include <stdio.h>

int main(void)
{
	int n = 100, hits[100][100] = {{0}}, sum = 0, good = 1, deep = 0, base = 1;
	#pragma omp teams distribute parallel for collapse(2) num_teams(3) reduction(+ : sum)
	for (int i = 0; i < n; i++)
		for (int j = i * base; j < n; j++) {
			hits[i][j]++;
			sum++;
		}
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			good &= hits[i][j] == (j >= i);
	printf("%d %d", sum, good);
	good = 1;
	#pragma omp teams num_teams(2)
	#pragma omp distribute parallel for collapse(2) num_threads(3)
	for (long i = n - 1; i >= 60; --i)
		for (long j = 60; j <= i; j++) {
			#pragma omp atomic
			deep++;
			#pragma omp atomic
			hits[j][i]++;
		}
	for (int i = 60; i < n; i++)
		for (int j = i; j < n; j++)
			good &= hits[i][j] == 2;
	printf(" %d %d\n", deep, good);
	return 0;
}
