// copyprivate: the values of the executing thread's scalar, struct, array and pointer reach the private copies of all threads.
// expect: wrong 0 threads 4
#include <stdio.h>

struct data {
	int n;
	double v[3];
};

static int target = 99;
static float kept;
#pragma omp threadprivate(kept)

int main(void)
{
	int wrong = 0, threads = 0, x = 0, a[4] = {0}, grid[2][3] = {{0}};
	struct data s = {0, {0}};
	int *p = 0;
	#pragma omp parallel num_threads(4) private(x, a, s, p, grid) reduction(+: wrong, threads)
	{
		x = -1;
		p = 0;
		#pragma omp single copyprivate(x, a, s, grid) copyprivate(p, kept)
		{
			x = 7;
			for (int i = 0; i < 4; i++)
				a[i] = 10 + i;
			for (int i = 0; i < 6; i++)
				grid[i / 3][i % 3] = i;
			s.n = 3;
			s.v[0] = s.v[1] = s.v[2] = 2.5;
			p = &target;
			kept = 1.5f;
		}
		threads++;
		wrong += x != 7 || a[0] != 10 || a[3] != 13 || s.n != 3 || s.v[2] != 2.5 || !p || *p != 99 || kept != 1.5f;
		wrong += grid[1][2] != 5 || grid[0][1] != 1;
		x++;
		#pragma omp barrier
		wrong += x != 8;
	}
	printf("wrong %d threads %d\n", wrong, threads);
	return 0;
}
