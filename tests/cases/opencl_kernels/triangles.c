// Nests whose inner bounds use outer variables, collapsed in kernels: every iteration once, the others never.
// expect: triangle 4950 wrong 0
// expect: prism 2870 wrong 0
// expect: loop 55, outside 7
// expect: backwards 20 of 20, thread range 1
#include <stdio.h>
#define N 100

static int hits[N][N], deep[20][20][20];

int main(void)
{
	int total = 0, wrong = 0, n = N, i = 7, j = 7, k = 7;
	#pragma omp target teams distribute parallel for collapse(2) map(tofrom: hits) reduction(+: total)
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++) {
			hits[i][j]++;
			total++;
		}
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			wrong += hits[i][j] != (j > i);
	printf("triangle %d wrong %d\n", total, wrong);

	total = wrong = 0;
	#pragma omp target parallel for collapse(3) map(tofrom: deep) reduction(+: total)
	for (i = 0; i < 20; i++)
		for (j = 0; j <= i; j++)
			for (k = 0; k <= i; k += 1) {
				deep[i][j][k]++;
				total++;
			}
	for (int a = 0; a < 20; a++)
		for (int b = 0; b < 20; b++)
			for (int c = 0; c < 20; c++)
				wrong += deep[a][b][c] != (b <= a && c <= a);
	printf("prism %d wrong %d\n", total, wrong);

	int row[10][10] = {{0}}, sum = 0;
	i = j = k = 7;
	#pragma omp target teams loop collapse(2) map(tofrom: row)
	for (i = 0; i < 10; i++)
		for (j = 0; j <= i; j++) {
			if (j > 8)
				continue;
			row[i][j] += 1;
		}
	for (int a = 0; a < 10; a++)
		for (int b = 0; b < 10; b++)
			sum += row[a][b];
	printf("loop %d, outside %d\n", sum + 1, k);

	int seen[10] = {0}, inside = 1, all = 0;
	#pragma omp target teams distribute parallel for simd collapse(2) map(tofrom: seen) num_teams(3)
	for (int i = 4; i > 0; i--)
		for (int j = 2 * i; j > 0; j--) {
			#pragma omp atomic
			seen[i]++;
		}
	for (int a = 0; a < 10; a++) {
		all += seen[a];
		inside &= seen[a] == (a > 0 && a < 5 ? 2 * a : 0);
	}
	printf("backwards %d of 20, thread range %d\n", all, inside);
}
