// A wavefront over blocks and many addresses: each block waits for the ones above and to the left.
// expect: 0 wrong
// threads: 1 2 4 7
#include <stdio.h>

enum { N = 40, STEPS = 5 };
static int grid[N + 1][N + 1];

int main(void)
{
	int wrong = 0;
	#pragma omp parallel
	#pragma omp single
	for (int step = 0; step < STEPS; step++)
		for (int i = 1; i <= N; i++)
			for (int j = 1; j <= N; j++) {
				#pragma omp task depend(in : grid[i - 1][j], grid[i][j - 1]) depend(inout : grid[i][j])
				grid[i][j] += grid[i - 1][j] > grid[i][j - 1] ? grid[i - 1][j] + 1 : grid[i][j - 1] + 1;
			}
	static int expected[N + 1][N + 1];
	for (int step = 0; step < STEPS; step++)
		for (int i = 1; i <= N; i++)
			for (int j = 1; j <= N; j++)
				expected[i][j] += expected[i - 1][j] > expected[i][j - 1] ? expected[i - 1][j] + 1 : expected[i][j - 1] + 1;
	for (int i = 0; i <= N; i++)
		for (int j = 0; j <= N; j++)
			wrong += grid[i][j] != expected[i][j];
	printf("%d wrong\n", wrong);
	return 0;
}
