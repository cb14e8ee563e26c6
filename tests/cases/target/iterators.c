// The iterator modifier of map: one item for each value; sections of one array that are mapped apart.
// reference: none because no other compiler has the iterator modifier of map
// expect: rows 1 3 6 10 update 14 26 apart 5 7 9
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>
#include <stdlib.h>

enum { N = 4 };

int main(void)
{
	int *rows[N], sums[N] = {0}, all = 0, a[10] = {0};
	for (int i = 0; i < N; i++) {
		rows[i] = malloc((i + 1) * sizeof *rows[i]);
		for (int j = 0; j <= i; j++)
			rows[i][j] = j + 1;
	}
	#pragma omp target map(to : rows) map(iterator(int i = 0 : N), to : rows[i][0:i + 1]) map(from : sums)
	for (int i = 0; i < N; i++) {
		sums[i] = 0;
		for (int j = 0; j <= i; j++)
			sums[i] += rows[i][j];
	}
	#pragma omp target enter data map(to : rows) map(iterator(i = 0 : N), to : rows[i][0:i + 1])
	for (int i = 0; i < N; i++)
		for (int j = 0; j <= i; j++)
			rows[i][j] = i + 1;
	#pragma omp target update to(rows[1][0:2])
	#pragma omp target update to(rows[3][0 : N])
	#pragma omp target map(tofrom : all)
	for (int i = 0; i < N; i++)
		for (int j = 0; j <= i; j++)
			all += rows[i][j] * (i % 2 ? 1 : 0);
	int first = all - 6;
	#pragma omp target exit data map(iterator(i = 0 : N), delete : rows[i][0:i + 1]) map(delete : rows)
	#pragma omp target map(tofrom : a[0:2], a[4:2])
	{
		a[1] = 5;
		a[4] = 7;
		a[5] = 9;
	}
	printf("rows %d %d %d %d update %d %d apart %d %d %d\n", sums[0], sums[1], sums[2], sums[3], first, first + 12, a[1], a[4], a[5]);
	for (int i = 0; i < N; i++)
		free(rows[i]);
	return 0;
}
