// reduction: single elements and members of arrays as array sections of length one, by constant and variable index.
// expect: 0 12 0 22
#include <stdio.h>

int main(void)
{
	int a[4] = {0}, b[4] = {0, 0, 0, 10}, k = 3;
	#pragma omp parallel num_threads(3) reduction(+: a[1:1]) reduction(+: b[k:1]) firstprivate(k)
	{
		a[1] += 4;
		b[k] += 4;
	}
	printf("%d %d %d %d\n", a[0], a[1], b[0], b[3]);
	return 0;
}
