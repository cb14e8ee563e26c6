// lastprivate: whole VLAs and two-dimensional arrays are copied back from the last iteration.
// expect: 19 20 21 grid 19 38
#include <omp.h>
#include <stdio.h>

static void run(int n)
{
	int v[n], grid[2][2] = {{0}};
	for (int i = 0; i < n; i++)
		v[i] = 0;
	#pragma omp parallel for num_threads(3) lastprivate(v, grid) schedule(static, 2)
	for (int i = 0; i < 20; i++) {
		if (i == 0) {
			double until = omp_get_wtime() + 0.003;
			while (omp_get_wtime() < until)
				;
		}
		for (int k = 0; k < n; k++)
			v[k] = i + k;
		grid[0][0] = grid[0][1] = grid[1][0] = i;
		grid[1][1] = 2 * i;
	}
	printf("%d %d %d grid %d %d\n", v[0], v[1], v[n - 1], grid[0][1], grid[1][1]);
}

int main(void)
{
	run(3);
	return 0;
}
