// parallel: proc_bind with every policy gives a full team and right results.
// expect: 3 3 3 3
#include <stdio.h>

int main(void)
{
	int n[4] = {0};
	#pragma omp parallel num_threads(3) proc_bind(primary) reduction(+: n[0])
	n[0]++;
	#pragma omp parallel num_threads(3) proc_bind(close) reduction(+: n[1])
	n[1]++;
	#pragma omp parallel num_threads(3) proc_bind(spread) reduction(+: n[2])
	n[2]++;
	#pragma omp parallel num_threads(3) proc_bind(master) reduction(+: n[3])
	n[3]++;
	printf("%d %d %d %d\n", n[0], n[1], n[2], n[3]);
	return 0;
}
