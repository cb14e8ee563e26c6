// ordered: iterations run at the same time outside the ordered block.
// expect: met 1 order 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int arrived = 0, met = 1, next = 0, order = 0;
	#pragma omp parallel for ordered schedule(static, 1) num_threads(2) reduction(&: met)
	for (int i = 0; i < 2; i++) {
		double until = omp_get_wtime() + 5;
		int n = 0;
		#pragma omp atomic
		arrived++;
		while (n < 2 && omp_get_wtime() < until) {
			#pragma omp atomic read
			n = arrived;
		}
		met &= n == 2;
		#pragma omp ordered
		order += next++ != i;
	}
	printf("met %d order %d\n", met, order);
	return 0;
}
