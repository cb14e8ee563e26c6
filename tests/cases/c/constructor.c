// Regions in a function that runs before main, and in one that atexit runs after it.
// expect: before 4950
// expect: main 4950
// expect: after 4950
#include <stdio.h>
#include <stdlib.h>

static long sum_to(int n)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += i;
	return sum;
}

__attribute__((constructor)) static void before(void)
{
	printf("before %ld\n", sum_to(100));
}

static void after(void)
{
	printf("after %ld\n", sum_to(100));
}

int main(void)
{
	atexit(after);
	printf("main %ld\n", sum_to(100));
	return 0;
}
