// reduction: single elements and members of arrays as array sections of length one, by constant and variable index.
// expect: 0 12 0 22
#include <stdio.h>

int main(void)
{
	int a[4] = {0, 0, 0, 10}, k = 3;
	#pragma omp parallel num_threads(3) reduction(+: a[1:1]) reduction(+: a[k:1]) firstprivate(k)
	{
		a[1] += 4;
		a[k] += 4;
	}
	printf("%d %d %d %d\n", a[0], a[1], a[2], a[3]);
	return 0;
}
