/* The work in any order, the output in the order of the loop. */
#include <stdio.h>

double work(int i);

void print_all(int n)
{
	#pragma omp parallel for ordered schedule(static, 1)
	for (int i = 0; i < n; i++) {
		double result = work(i);

		#pragma omp ordered
		printf("%d: %g\n", i, result);
	}
}
