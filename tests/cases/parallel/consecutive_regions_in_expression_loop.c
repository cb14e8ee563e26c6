// parallel: 300 small regions in a row with changing team sizes all start the right number of threads.
// expect: total 900 wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int total = 0, wrong = 0;
	for (int i = 0; i < 300; i++) {
		int n = 1 + i % 5, here = 0;
		#pragma omp parallel num_threads(n) reduction(+: here)
		here += omp_get_num_threads() == n;
		total += here;
		wrong += here != n;
	}
	printf("total %d wrong %d\n", total, wrong);
	return 0;
}
