// num_threads: the expression may be a call, arithmetic on locals, a conditional or a long, and is evaluated once per region.
// expect: 3 4 2 5
// expect: calls 1
#include <omp.h>
#include <stdio.h>

static int calls;

static int three(void)
{
	calls++;
	return 3;
}

int main(void)
{
	int size[4] = {0}, n = 2;
	long big = 5;

	#pragma omp parallel num_threads(three())
	#pragma omp single
	size[0] = omp_get_num_threads();

	#pragma omp parallel num_threads(n * n)
	#pragma omp single
	size[1] = omp_get_num_threads();

	#pragma omp parallel num_threads(n > 1 ? 2 : 9)
	#pragma omp single
	size[2] = omp_get_num_threads();

	#pragma omp parallel num_threads(big)
	#pragma omp single
	size[3] = omp_get_num_threads();

	printf("%d %d %d %d\n", size[0], size[1], size[2], size[3]);
	printf("calls %d\n", calls);
	return 0;
}
