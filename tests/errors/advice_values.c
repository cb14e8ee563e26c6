/* Private variables that are read before they are set. */
#include <stdio.h>

int main(void)
{
	int x = 1, y = 2, total = 0, n = 10;
	double store[4] = {0}, *p = store;
#pragma omp parallel private(x) reduction(+ : total) // note: 'firstprivate' gives it the value from before the construct
	total += x + 1; // warning: 'x' is private here and is read before it is set
#pragma omp parallel for lastprivate(y) // note: each thread's 'y' begins without a value
	for (int i = 0; i < n; i++)
		y += i; // warning: 'y' is private here and is read before it is set
#pragma omp parallel private(p)
	p[0] = 1; // warning: 'p' is private here and is read before it is set
	printf("%d %d %g\n", total, y, store[0]);
}
