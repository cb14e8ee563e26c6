// loops: the body may take the address of the index and copy through it; the iteration space is unaffected.
// expect: wrong 0 sum 4950
#include <stdio.h>

static int read_through(const int *p)
{
	return *p;
}

int main(void)
{
	int sum = 0, wrong = 0, i;
	#pragma omp parallel for reduction(+: sum, wrong) schedule(dynamic, 7)
	for (i = 0; i < 100; i++) {
		const int *p = &i;
		sum += read_through(&i);
		wrong += *p != i || sizeof i != sizeof(int);
	}
	printf("wrong %d sum %d\n", wrong, sum);
	return 0;
}
