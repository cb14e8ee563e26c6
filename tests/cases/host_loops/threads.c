// host_loops: loops of functions that several threads run, and arrays that lie partly in one another.
// expect: threads 0 100 200 300
// expect: shifted 27 1 28
// kernels: 0
// needs: loops.c
#include <stdio.h>

void put(int n, int *x, int from);
int sum_of(int n, const int *x);
void add_twice(int n, const double *restrict a, const double *restrict b, double *restrict c);

int main(void)
{
	int x[4][8], sums[4];
	double a[16], c[10];
	#pragma omp parallel for num_threads(4) schedule(static, 1)
	for (int t = 0; t < 4; t++) {
		put(8, x[t], 100 * t);
		sums[t] = sum_of(8, x[t]) - 28 - 800 * t + 100 * t;
	}
	printf("threads %d %d %d %d\n", sums[0], sums[1], sums[2], sums[3]);
	for (int i = 0; i < 16; i++)
		a[i] = i;
	add_twice(10, a, a + 5, c); /* both are only read */
	printf("shifted %g %g", c[9] - 10, a[1]);
	add_twice(10, a + 6, a, c);
	printf(" %g\n", c[9] - 5);
	return 0;
}
