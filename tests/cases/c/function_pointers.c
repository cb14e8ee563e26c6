// Function pointers and arrays of function pointers: shared, private, firstprivate, assigned and called in a region.
// expect: 4950 328350 4950 10
#include <stdio.h>

static int same(int x)
{
	return x;
}
static int square(int x)
{
	return x * x;
}

typedef int unary(int);

static int apply(unary *f, int (*array_of[2])(int), int (*(*choose)(int))(int), int x)
{
	int result = 0;
#pragma omp parallel
	{
#pragma omp single
		result = f(x) + (*array_of[0])(x) + choose(1)(x) - array_of[1](x);
	}
	return result;
}

static int (*chooser(int n))(int)
{
	return n ? square : same;
}

int main(void)
{
	int (*table[2])(int) = {same, square};
	int (*chosen)(int) = NULL;
	long sums[2] = {0, 0}, third = 0;

#pragma omp parallel for reduction(+ : sums)
	for (int i = 0; i < 200; i++)
		sums[i / 100] += table[i / 100](i % 100);
#pragma omp parallel private(chosen) reduction(+ : third)
	{
		chosen = &same;
#pragma omp for
		for (int i = 0; i < 100; i++)
			third += (*chosen)(i);
	}
	chosen = square;
#pragma omp parallel firstprivate(chosen)
#pragma omp single
	table[0] = chosen == square ? same : square;
	printf("%ld %ld %ld %d\n", sums[0], sums[1], third, apply(same, table, chooser, 5));
	return 0;
}
