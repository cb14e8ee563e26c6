// return in functions that a region calls, exit inside a region, and an atexit handler that runs once.
// expect: 4950
// expect: leaving
#include <stdio.h>
#include <stdlib.h>

static void leaving(void)
{
	puts("leaving");
}

static int pick(int i)
{
	if (i % 2)
		return i;
	switch (i % 4) {
	case 0:
		return i;
	}
	return i;
}

int main(void)
{
	long sum = 0;

	atexit(leaving);
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += pick(i);
	printf("%ld\n", sum);
#pragma omp parallel
	{
#pragma omp single
		exit(0);
	}
	return 1;
}
