// Reductions of volatile variables and arrays.
// expect: 190 63 570
#include <stdio.h>

int main(void)
{
	volatile int sum = 0;
	volatile double part[3] = {0};
	volatile long most = 0;
	#pragma omp parallel for reduction(+: sum, part) reduction(max: most)
	for (int i = 0; i < 20; i++) {
		sum += i;
		part[i % 3] += i;
		if (most < i * 30)
			most = i * 30;
	}
	printf("%d %g %ld\n", sum, part[0], most);
	return 0;
}
