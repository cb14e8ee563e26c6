// Pointers to VLAs, captured and declared in the region, and pointer arithmetic over whole rows.
// expect: 285 80 1 9
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	int n = 10, m = 20, hits = 0;
	int(*rows)[m] = malloc(sizeof *rows * (unsigned)n);
	int sum = 0;
	unsigned long size = 0;

	if (!rows)
		return 1;
#pragma omp parallel for shared(rows) reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		int(*row)[m] = rows + i;
		for (int j = 0; j < m; j++)
			(*row)[j] = i;
		sum += rows[i][0] * (*row)[m - 1];
	}
#pragma omp parallel firstprivate(rows)
	{
		rows++;
#pragma omp single
		{
			size = sizeof *rows;
			hits = (int)(&rows[0][0] - &rows[-1][0]) / m;
		}
	}
	printf("%d %lu %d %d\n", sum, size, hits, rows[9][19]);
	free(rows);
	return 0;
}
