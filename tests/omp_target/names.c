/* One array by several names: pointers that are copies of it.  What is written by one name and read by another stays on the device. */
// offloads: 10
// moves: 30 copies, 2172 bytes
#include <stdio.h>
#include <stdlib.h>

enum { ROW = 8 };
typedef double row[ROW];

static void fill(row *restrict table, int rows, double start)
{
	#pragma omp parallel for collapse(2)
	for (int i = 0; i < rows; i++)
		for (int k = 0; k < ROW; k++)
			table[i][k] = start + i * 10 + k;
}

static void smooth(row *restrict out, row *restrict in, int rows)
{
	#pragma omp parallel for collapse(2)
	for (int i = 1; i < rows - 1; i++)
		for (int k = 0; k < ROW; k++)
			out[i][k] = 0.25 * (in[i - 1][k] + 2 * in[i][k] + in[i + 1][k]);
}

static double sum_of(const double *a, int n)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += (i % 5 + 1) * a[i];
	return sum;
}

/* The names have different types: rows for some, numbers for others.  The result is wanted by the first name. */
static double rows(int count, int steps)
{
	row *table = malloc(count * sizeof *table), *scratch = malloc(sizeof(row) * count);
	fill(table, count, 0.5);
	fill(scratch, count, 2);
	double *cells = (double *)table, *other = (double *)scratch;
	for (int t = 0; t < steps; t++) {
		smooth((row *)other, (row *)cells, count);
		smooth((row *)cells, (row *)other, count);
	}
	double sum = sum_of((double *)table, count * ROW);
	free(cells);
	free(other);
	return sum;
}

/* A copy that is set later, in a loop, and one in an inner block; the host looks at one element by another name. */
static int copies(int n)
{
	int *a = malloc(n * sizeof *a), *b, sum = 0;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		a[i] = i;
	b = a;
	for (int t = 0; t < 5; t++) {
		int *c = b;
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			c[i] += t;
		sum += b[3];
	}
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += b[i];
	free(a);
	return sum;
}

static int *kept;

static void keep(int *a)
{
	kept = a;
}

/* A copy of the copy is kept by a function, another points to its middle: the host changes the array by these. */
static int beyond(void)
{
	int a[24] = {0}, *b = a, *c = b, *middle = c + 12, sum = 0;
	keep(c);
	for (int t = 0; t < 4; t++) {
		#pragma omp parallel for
		for (int i = 0; i < 24; i++)
			b[i] += i;
		kept[2] += 100;
		*middle = t;
	}
	#pragma omp parallel for
	for (int i = 0; i < 24; i++)
		a[i] *= 2;
	for (int i = 0; i < 24; i++)
		sum = sum * 3 + c[i];
	return sum;
}

/* The name means another allocation in each iteration: the one before is still in use by the other name. */
static int renewed(int n)
{
	int *now = NULL, *before = NULL, sum = 0;
	for (int t = 0; t < 4; t++) {
		now = malloc(n * sizeof *now);
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			now[i] = i + t;
		if (before) {
			#pragma omp parallel for
			for (int i = 0; i < n; i++)
				before[i] += 3;
			sum += before[n - 1] + now[0];
			free(before);
		}
		before = now;
	}
	free(before);
	return sum;
}

/* A function that works with copies of its parameters. */
static void twice(int n, int *restrict first)
{
	int *a = first;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		a[i] *= 2;
}

static int parameters(void)
{
	int a[16], sum = 0;
	for (int i = 0; i < 16; i++)
		a[i] = i;
	for (int t = 0; t < 3; t++)
		twice(16, a);
	for (int i = 0; i < 16; i++)
		sum += a[i];
	return sum;
}

int main(void)
{
	double first = rows(9, 4);
	int second = copies(40), third = beyond(), fourth = renewed(12);
	printf("%g %d %d %d %d\n", first, second, third, fourth, parameters());
	return 0;
}
