// host_loops: a loop outside of target regions means the host's data, also where the program has the same storage on a device itself.
// expect: device 0 1 2 3 host 100 101 102 103 back 0 2 4 6
// expect: part 7 1 sum 45
// kernels: 2
// needs: loops.c
#include <stdio.h>
#include <stdlib.h>

void put(int n, int *x, int from);
int sum_of(int n, const int *x);

int main(void)
{
	enum { N = 4 };
	int *x = malloc(N * sizeof *x), seen[N], alike, y[10];
	if (!x)
		return 1;
	put(N, x, 0);
	#pragma omp target enter data map(to: x[0:N])
	put(N, x, 100);
	#pragma omp target map(from: seen, alike)
	{
		alike = x[0] == 100; /* a device that works on the host's memory */
		for (int i = 0; i < N; i++)
			seen[i] = alike ? x[i] - 100 : x[i];
		for (int i = 0; i < N; i++)
			x[i] = 2 * seen[i];
	}
	printf("device %d %d %d %d", seen[0], seen[1], seen[2], seen[3]);
	printf(" host %d %d %d %d", alike ? 100 : x[0], alike ? 101 : x[1], alike ? 102 : x[2], alike ? 103 : x[3]);
	#pragma omp target exit data map(from: x[0:N])
	printf(" back %d %d %d %d\n", x[0], x[1], x[2], x[3]);
	/* a part of what the loop uses is there */
	put(10, y, 0);
	#pragma omp target data map(tofrom: y[2:3])
	{
		#pragma omp target
		y[2] += 0;
		seen[0] = sum_of(10, y);
	}
	y[0] = 7;
	printf("part %d %d sum %d\n", y[0], y[1], seen[0]);
	free(x);
	return 0;
}
