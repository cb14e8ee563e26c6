// An #ifdef _OPENMP around the pragma and its brace, and around the closing brace.
// flags: -DFAST
// expect: 4950 10 1
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int ten = 0, one = 0;

#ifdef _OPENMP
#pragma omp parallel reduction(+ : sum)
	{
#pragma omp for
#endif
		for (int i = 0; i < 100; i++)
			sum += i;
#ifdef _OPENMP
	}
#endif

#ifdef FAST
#pragma omp parallel for reduction(+ : ten)
	for (int i = 0; i < 10; i++) {
#else
	for (int i = 0; i < 20; i++) {
		if (i & 1)
			continue;
#endif
		ten++;
	}

#pragma omp parallel
#ifndef _OPENMP
	if (one == 0)
#else
	{
#pragma omp single
#endif
		one = 1;
#ifdef _OPENMP
	}
#endif
	printf("%ld %d %d\n", sum, ten, one);
	return 0;
}
