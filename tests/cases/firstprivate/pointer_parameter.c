// firstprivate: array parameters are pointers, so the copy is of the pointer and the elements stay shared.
// expect: 6 6 6 6 moved 0
#include <stdio.h>

static void add(int a[], int n, int grid[][2])
{
	int moved = 0;
	int *start = a;
	#pragma omp parallel num_threads(3) firstprivate(a, n, grid) reduction(+: moved)
	{
		for (; n > 0; n--, a++) {
			#pragma omp atomic
			*a += 1;
			#pragma omp atomic
			grid[0][n % 2] += 0;
		}
		moved += a != start + 4;
	}
	moved += a != start;
	printf("%d %d %d %d moved %d\n", a[0], a[1], a[2], a[3], moved);
}

int main(void)
{
	int a[4] = {3, 3, 3, 3}, grid[1][2] = {{0, 0}};
	add(a, 4, grid);
	return 0;
}
