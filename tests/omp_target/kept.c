/* Functions that allocate and keep the pointer, and statements of the host that use several elements of an array. */
// offloads: 5
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT 24

static long *latest;

static void begin(long *a, int n, long first)
{
	memset(a, 0, n * sizeof *a);
	for (int i = 0; i < n; i++)
		a[i] += first + i;
}

static long *made(int n)
{
	long *a = malloc(n * sizeof *a);
	if (!a)
		exit(1);
	begin(a, n, 3);
	return a;
}

static void keep(long *a)
{
	latest = a;
}

static long *noted(int n)
{
	long *a = malloc(n * sizeof *a);
	begin(a, n, 5);
	latest = a;
	return a;
}

static long *given(int n)
{
	long *a = malloc(n * sizeof *a);
	begin(a, n, 7);
	keep(a);
	return a;
}

static long sum_of(const long *a, int n)
{
	long sum = 0;
	for (int i = 0; i < n; i++)
		sum = (3 * sum + a[i]) % 1000003;
	return sum;
}

/* Only made() is the one that knows where it is. */
static long fresh(int steps)
{
	long *a = made(COUNT), *b = made(COUNT);
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i] += b[i] + t;
		b[t] = a[2 * t];
	}
	long sum = sum_of(a, COUNT);
	free(a);
	free(b);
	return sum;
}

static long changed(int steps)
{
	long *a = noted(COUNT), *b;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i] += i + t;
		latest[t] = 9;
	}
	b = given(COUNT);
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for // remark: may be the same memory
		for (int i = 0; i < COUNT; i++)
			b[i] += latest[i] + t;
		latest[t] = 9;
	}
	long sum = sum_of(a, COUNT) + 2 * sum_of(b, COUNT);
	free(a);
	free(b);
	return sum;
}

static long elements(int steps)
{
	long a[COUNT] = {1, 2, 3}, squares[4][4] = {{1}, {2}}, sum = 0;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i] += i * t;
		a[t] += a[t + 2] - a[4];
		if (a[1] > a[2])
			sum += a[5] - a[t];
		#pragma omp parallel for
		for (int i = 0; i < 4; i++)
			squares[i][1] += i;
		squares[1][2] = squares[t][1] + squares[1][0];
		#pragma omp parallel for
		for (int i = 0; i < 4; i++)
			squares[i][3] += squares[i][2];
	}
	return sum + sum_of(a, COUNT) + sum_of(*squares, 16);
}

int main(void)
{
	printf("%ld\n", fresh(6));
	printf("%ld\n", changed(6));
	printf("%ld\n", elements(4));
	return 0;
}
