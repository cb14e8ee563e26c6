// simd: private variables, an array among them, of a construct in a region that uses them nowhere else.
// expect: 12 30
#include <stdio.h>

int main(void)
{
	int work[4] = {0}, x = 0, sum = 0, squares = 0;

#pragma omp parallel num_threads(2) reduction(+ : sum)
	{
#pragma omp simd private(work)
		for (int i = 0; i < 4; i++) {
			work[0] = i;
			sum += work[0];
		}
	}
#pragma omp parallel num_threads(1)
	{
#pragma omp simd private(x) reduction(+ : squares)
		for (int i = 0; i < 5; i++) {
			x = i * i;
			squares += x;
		}
	}
	printf("%d %d\n", sum + work[0], squares + x);
	return 0;
}
