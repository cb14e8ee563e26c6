// reduction: sections with bounds that are numbers, variables and negative, of arrays, pointers and rows of arrays.
// expect: 20 20 45 19 0 10 0 7 7
#include <stdio.h>

int main(void)
{
	int a[8] = {0}, grid[4][3] = {{0}}, low = 3, many = 2, before = -2;
	int *middle = a + 6;
	volatile int seen[3] = {0, 0, 7};

	#pragma omp parallel for num_threads(4) reduction(+: a[1:2], grid[low - 1:many][:3], seen[1:1])
	for (int i = 0; i < 10; i++) {
		a[1] += 2;
		a[2] += i;
		grid[2][1] += i;
		grid[3][2] += 1;
		seen[1] += 7;
	}
	a[2] -= 25;
	#pragma omp parallel for num_threads(4) reduction(max: middle[before:2])
	for (int i = 0; i < 20; i++)
		middle[-1] = middle[-1] > i ? middle[-1] : i;
	printf("%d %d %d %d %d %d %d %d %d\n", a[1], a[2], grid[2][1], a[5], a[4], grid[3][2], grid[0][0], seen[1] / 10, seen[2]);
	return 0;
}
