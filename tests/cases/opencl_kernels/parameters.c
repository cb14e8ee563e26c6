// Parameters that are written as arrays point to mapped data, to a thread's own, or to both in turn.
// expect: 30 21 12 9
// expect: 6 14 22 18
// expect: 100 7
// expect: 22 16 10 8
#include <stdint.h>
#include <stdio.h>
#define N 4

static int sum(const int a[N], int n)
{
	int s = 0;
	for (int i = 0; i < n; i++)
		s += a[i];
	return s;
}

static void scale(int a[N], int b[], const int by[static 1])
{
	for (int i = 0; i < N; i++)
		a[i] = b[i] * *by;
}

static int rows(int m[][3], int row)
{
	int s = 0;
	for (int j = 0; j < 3; j++)
		s += m[row][j];
	return s;
}

static int first(int *local[2], int which)
{
	return *local[which];
}

static void add_one(int a[], int i)
{
	a[i] += 1;
}

int main(void)
{
	int x[N], y[N] = {10, 7, 4, 3}, by = 3, m[3][3] = {{1, 2, 3}, {4, 5, 5}, {7, 7, 8}}, z[N];
	#pragma omp target map(from: x) map(to: y)
	{
		int mine = by;
		scale(x, y, &mine);
	}
	printf("%d %d %d %d\n", x[0], x[1], x[2], x[3]);
	#pragma omp target map(to: m) map(from: z)
	{
		int own[N] = {1, 2, 3, 12}, double_own[N];
		scale(double_own, own, own);
		for (int i = 0; i < 3; i++)
			z[i] = rows(m, i);
		z[3] = sum(double_own, N);
	}
	printf("%d %d %d %d\n", z[0], z[1], z[2], z[3]);
	#pragma omp target map(from: z)
	{
		int a = 100, b = 7, *both[2] = {&a, &b};
		intptr_t difference = (intptr_t)&z[1] - (intptr_t)&z[0];
		z[0] = first(both, 0);
		z[1] = difference == sizeof *z ? first(both, 1) : 0;
	}
	printf("%d %d\n", z[0], z[1]);
	#pragma omp target map(tofrom: y)
	{
		add_one(y, 0); /* once, whatever the team's size */
		add_one(y, 1);
		#pragma omp parallel for num_threads(4)
		for (int i = 0; i < N; i++)
			y[i] *= 2;
		add_one(y, 2);
		add_one(y, 2);
		add_one(y, 3);
		add_one(y, 3);
	}
	printf("%d %d %d %d\n", y[0], y[1], y[2], y[3]);
}
