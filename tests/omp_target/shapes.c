/* Loops and data of other shapes: strides, sections that do not begin at 0, structs, conditions, clauses, functions. */
// offloads: 12
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct point {
	double x, y[2];
};

struct limits {
	int low, high;
};

static int counter;
static const int table[4] = {3, 1, 4, 1};

static int square(int x)
{
	return x * x;
}

static int difference(int a, int b)
{
	int s = square(a) - square(b);
	return s < 0 ? -s : s;
}

static void middle(int low, int high, int *restrict a)
{
	#pragma omp parallel for
	for (int i = low; i < high; i++)
		a[i] = i;
	#pragma omp parallel for
	for (int i = high - 1; i > low; i--)
		*(a + i) += 2;
}

static void reversed(int n, int *restrict to, const int *restrict from)
{
	#pragma omp parallel for default(none) shared(n, to, from)
	for (int i = 0; i < n; i++)
		to[n - 1 - i] = from[i];
}

int main(void)
{
	enum { COUNT = 30 };
	struct point points[COUNT], *moved = malloc(COUNT * sizeof *moved);
	struct limits limits = {2, COUNT - 3};
	int n = COUNT, a[COUNT] = {0}, *b = malloc(n * sizeof(int)), last = 0, found = 0, bits[COUNT];
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++) {
		points[i].x = i;
		points[i].y[0] = points[i].y[1] = -i;
	}
	#pragma omp parallel for num_threads(3)
	for (int i = 0; i < COUNT; i++)
		moved[i] = points[i];
	#pragma omp parallel for
	for (int i = limits.low; i < limits.high; i++)
		moved[i].y[1] = sqrt(points[i].x * points[i].x) + fabs(points[i].y[0]);
	middle(4, 9, a);
	#pragma omp parallel for if(n > 3)
	for (int i = 0; i < n; i += 2)
		a[i] += difference(i, table[i % 4]);
	reversed(n, b, a);
	#pragma omp parallel for lastprivate(last) schedule(dynamic, 3)
	for (int i = 0; i < n; i++)
		last = b[i];
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		#pragma omp atomic
		counter += a[i];
		if (b[i] == 6)
			found = 1;
	}
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++) {
		unsigned value = (unsigned)a[i];
		int ones = 0;
		while (value) {
			ones += value & 1;
			value >>= 1;
		}
		bits[i] = ones;
	}
	double histogram[8] = {0}, local[3] = {1, 2, 3};
	#pragma omp parallel for reduction(+ : histogram) firstprivate(local)
	for (int i = 0; i < n; i++) {
		histogram[i & 7] += moved[i].x + local[i % 3];
	}
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		if (i % 5 == 0)
			continue;
		b[i] = 2 * i;
	}
	long sum = 0;
	for (int i = 0; i < COUNT; i++)
		sum += (i + 1) * (a[i] + b[i] + bits[i] + (long)(moved[i].y[1] + moved[i].x + histogram[i & 7]));
	printf("%ld %d %d %d\n", sum, last, counter, found);
	free(moved), free(b);
	return 0;
}
