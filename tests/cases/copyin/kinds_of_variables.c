// copyin: threadprivate scalar, array, struct, pointer and two-dimensional array get the primary thread's values.
// expect: wrong 0 threads 4
#include <stdio.h>

struct state {
	char name[8];
	long seed;
};

static int n = 1, a[5], grid[3][2];
static struct state s;
static int *p;
#pragma omp threadprivate(n, a, grid)
#pragma omp threadprivate(s, p)

int main(void)
{
	int wrong = 0, threads = 0, x = 5;
	n = 17;
	for (int i = 0; i < 5; i++)
		a[i] = i * i;
	for (int i = 0; i < 6; i++)
		grid[i / 2][i % 2] = i;
	s.name[0] = 'q';
	s.seed = 1234567;
	p = &x;
	#pragma omp parallel copyin(n, a, grid) copyin(s, p) num_threads(4) reduction(+: wrong, threads)
	{
		threads++;
		wrong += n != 17 || a[4] != 16 || a[1] != 1 || grid[2][1] != 5 || s.name[0] != 'q' || s.seed != 1234567 || p != &x;
		#pragma omp barrier
		n = a[4] = 0;
	}
	printf("wrong %d threads %d\n", wrong, threads);
	return 0;
}
