// sizeof of a captured VLA, of its row and of a type made from captured bounds, inside a region.
// expect: 400 40 24 12
#include <stdio.h>

int main(void)
{
	int n = 10, m = 3;
	int grid[n][n];
	unsigned long whole = 0, row = 0, type = 0, dynamic = 0;

	grid[0][0] = 0;
#pragma omp parallel
	{
		int local[m];
		local[0] = grid[0][0];
#pragma omp single
		{
			whole = sizeof grid;
			row = sizeof grid[0];
			type = sizeof(double[m]);
			dynamic = sizeof local + (unsigned long)local[0];
		}
	}
	printf("%lu %lu %lu %lu\n", whole, row, type, dynamic);
	return 0;
}
