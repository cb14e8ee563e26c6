// reduction: two-dimensional arrays, VLAs and sections of two-dimensional arrays.
// expect: grid 10 20 30 40
// expect: vla 45 90 135
// expect: rows 1 1 7 7 7 7 1 1
#include <stdio.h>

static void vla(int n)
{
	int v[n];
	for (int k = 0; k < n; k++)
		v[k] = 0;
	#pragma omp parallel for num_threads(4) reduction(+: v)
	for (int i = 0; i < 10; i++)
		for (int k = 0; k < n; k++)
			v[k] += (k + 1) * i;
	printf("vla %d %d %d\n", v[0], v[1], v[2]);
}

int main(void)
{
	int grid[2][2] = {{0}}, rows[4][2];
	#pragma omp parallel for num_threads(3) reduction(+: grid)
	for (int i = 0; i < 10; i++)
		for (int r = 0; r < 2; r++)
			for (int c = 0; c < 2; c++)
				grid[r][c] += 2 * r + c + 1;
	printf("grid %d %d %d %d\n", grid[0][0], grid[0][1], grid[1][0], grid[1][1]);
	vla(3);
	for (int i = 0; i < 8; i++)
		rows[i / 2][i % 2] = 1;
	#pragma omp parallel for num_threads(3) reduction(+: rows[1:2][:2])
	for (int i = 0; i < 6; i++)
		for (int c = 0; c < 2; c++) {
			rows[1][c]++;
			rows[2][c]++;
		}
	printf("rows");
	for (int i = 0; i < 8; i++)
		printf(" %d", rows[i / 2][i % 2]);
	printf("\n");
	return 0;
}
