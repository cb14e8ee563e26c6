// parallel: regions in functions of several shapes: parameters written, pointer parameters, static functions called twice.
// expect: 15 30
// expect: 10 4
#include <stdio.h>

static int scaled(int n, int factor)
{
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i < 5; i++)
		n += i;
	n *= factor;
	#pragma omp parallel num_threads(5)
	{
		#pragma omp atomic
		factor += 1;
	}
	return n + factor - 5 * (factor > 5);
}

static void change(int *x, int count)
{
	#pragma omp parallel num_threads(count)
	{
		#pragma omp atomic
		*x += 2;
		#pragma omp barrier
		#pragma omp single
		x = x + 0;
	}
	count = 0;
}

int main(void)
{
	int x = 2, y = 0;
	printf("%d %d\n", scaled(4, 1), scaled(4, 2) + 0);
	change(&x, 4);
	change(&y, 2);
	printf("%d %d\n", x, y);
	return 0;
}
