// task: a chain of tasks 2000 deep, each waiting for its child.
// expect: 2000
#include <stdio.h>

static int deep(int n)
{
	int below = 0;
	if (n == 0)
		return 0;
	#pragma omp task shared(below)
	below = deep(n - 1);
	#pragma omp taskwait
	return below + 1;
}

int main(void)
{
	int n = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	n = deep(2000);
	printf("%d\n", n);
	return 0;
}
