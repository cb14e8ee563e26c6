// A function with tasks and regions that calls itself from inside them.
// expect: 610 5040 31
#include <stdio.h>

static long fibonacci(int n)
{
	long a, b;

	if (n < 2)
		return n;
#pragma omp task shared(a)
	a = fibonacci(n - 1);
#pragma omp task shared(b) firstprivate(n)
	b = fibonacci(n - 2);
#pragma omp taskwait
	return a + b;
}

static long factorial(int n)
{
	long below = 1;
	if (n > 1) {
#pragma omp parallel num_threads(2)
#pragma omp single
		below = factorial(n - 1);
	}
	return n * below;
}

static void count(int depth, int *nodes)
{
#pragma omp atomic
	++*nodes;
	if (depth == 0)
		return;
	for (int child = 0; child < 2; child++) {
#pragma omp task
		count(depth - 1, nodes);
	}
}

int main(void)
{
	long f = 0;
	int nodes = 0;

#pragma omp parallel
	{
#pragma omp single
		f = fibonacci(15);
#pragma omp single
		count(4, &nodes);
	}
	printf("%ld %ld %d\n", f, factorial(7), nodes);
	return 0;
}
