// VLAs in private and firstprivate: each thread has its own, and firstprivate starts with the original's contents.
// expect: 4950 0 1 2 3 4
// expect: 9900
#include <stdio.h>

int main(void)
{
	int n = 5, m = 3;
	int work[n], start[n], grid[n][m];
	long sum = 0, both = 0;

	for (int i = 0; i < n; i++) {
		start[i] = i;
		for (int j = 0; j < m; j++)
			grid[i][j] = i + j;
	}
#pragma omp parallel for private(work) firstprivate(start) reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		for (int j = 0; j < n; j++)
			work[j] = i * (j == 2);
		start[i % n] += 100;
		sum += work[0] + work[2];
	}
	printf("%ld %d %d %d %d %d\n", sum, start[0], start[1], start[2], start[3], start[4]);

#pragma omp parallel firstprivate(grid)
	{
		grid[n - 1][m - 1] *= 2;
#pragma omp for reduction(+ : both)
		for (int i = 0; i < 100; i++)
			both += i * (grid[n - 1][m - 1] - grid[n - 2][m - 1] * 2);
	}
	printf("%ld\n", both);
	return 0;
}
