// reduction: a two-dimensional array parameter reduced through a section of all its rows, and a pointer to rows.
// expect: 6 12 18 24 30 36
#include <stdio.h>

static void run(int m[][3], int rows)
{
	#pragma omp parallel for num_threads(3) reduction(+: m[0:rows][0:3])
	for (int i = 0; i < 6; i++)
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < 3; c++)
				m[r][c] += 3 * r + c + 1;
}

int main(void)
{
	int m[2][3] = {{0}};
	run(m, 2);
	printf("%d %d %d %d %d %d\n", m[0][0], m[0][1], m[0][2], m[1][0], m[1][1], m[1][2]);
	return 0;
}
