// flags: -Wppcc-critical-reduction -Wno-ppcc-private-unset -Werror=ppcc-dependence -Wno-ppcc-shared-write
/* Warnings by their names: on, off and errors. */
#include <stdio.h>

enum { N = 100 };

int main(void)
{
	int x = 1, t, sum = 0, a[N] = {0};
#pragma omp parallel for // note: without 'critical', a reduction does it faster: reduction(+ : sum)
	for (int i = 0; i < N; i++) {
#pragma omp critical // warning: all threads wait for each other here in every iteration, only to change 'sum'
		sum += i;
	}
#pragma omp parallel private(x)
	printf("%d\n", x);
#pragma omp parallel for
	for (int i = 0; i < N; i++)
		t = i;
#pragma omp parallel for
	for (int i = 1; i < N; i++)
		a[i] += a[i - 1]; // error: an iteration of 'parallel for' uses what the one before it writes: 'a[i - 1]'
	printf("%d %d\n", sum, t);
}
