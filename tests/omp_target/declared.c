/* Functions that the device runs, and the variables of the file that they use. */
// offloads: 6
#include <math.h>
#include <stdio.h>

enum { SIZE = 24 };

static double scale = 2;
static int table[4] = {1, 2, 3, 4}, other = 5;
static int calls[SIZE]; /* counted below */

#define TWICE(x) (2 * (x))

/* Only computes. */
static int square(int x)
{
	return TWICE(x) * x / 2;
}

static int later(int x);

/* Reads what the file has. */
static double look(int i)
{
	return scale * table[i % 4] + square(i);
}

static void count(int i)
{
	calls[i] += (int)fabs(look(i)) % 7;
}

#pragma omp declare target
static int known(int x)
{
	return x + 1;
}
#pragma omp end declare target

static inline int one(int x) { return x - 1; } static int two(int x) { return one(x) + 2; }

int main(void)
{
	double sum = 0;
	int i, a[SIZE];
	#pragma omp parallel for reduction(+ : sum)
	for (i = 0; i < SIZE; i++)
		sum += look(i);
	table[2] = 7;
	scale = 0.5;
	#pragma omp target teams distribute parallel for
	for (i = 0; i < SIZE; i++)
		count(i);
	#pragma omp parallel for
	for (i = 0; i < SIZE; i++)
		a[i] = known(i) + later(i) + two(i);
	#pragma omp parallel for
	for (i = 0; i < SIZE; i++)
		calls[i] += a[i] + other;
	scale += calls[3];
	#pragma omp parallel for reduction(+ : sum)
	for (i = 0; i < SIZE; i++)
		sum += scale * calls[i] + look(i);
	#pragma omp parallel for
	for (i = 0; i < SIZE; i++)
		if (i == 3)
			scale = look(i);
	for (i = 0; i < SIZE; i++)
		sum += (i + 1) * a[i];
	printf("%g %g\n", sum, scale);
	return 0;
}

static int later(int x)
{
	return square(x) % 5;
}
