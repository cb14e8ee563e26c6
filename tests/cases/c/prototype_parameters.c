// The names of parameters in a prototype or a function pointer's type are not variables of the function.
// expect: 9 3
// expect: 17 4
#include <omp.h>
#include <stdio.h>

static int next(int v)
{
	return v + 1;
}

int main(void)
{
	int n = 3, sum = 0;
	int other(int n);
	int (*call)(int n) = next;
	#pragma omp parallel num_threads(n) shared(sum) firstprivate(n)
	#pragma omp single
	{
		n++;
		sum += call(n) + n;
	}
	printf("%d %d\n", sum, n);
	#pragma omp parallel num_threads(n)
	#pragma omp single
	{
		n++;
		sum += call(n) + 3;
	}
	printf("%d %d\n", sum, n);
	return 0;
}
