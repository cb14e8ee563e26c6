// doacross(source: omp_cur_iteration) and doacross(sink: omp_cur_iteration - 1): the iteration before, over all loops; ordered without a number means those of collapse.
// reference: none because gcc 12 and clang 19 without -fopenmp-version=52 do not know doacross
// expect: 120 iterations in order
#include <stdio.h>

#define CURRENT omp_cur_iteration

int main(void)
{
	int at = 0, wrong = 0;
	#pragma omp parallel for ordered(3) schedule(dynamic)
	for (int i = 0; i < 4; i++)
		for (int j = 10; j > 0; j -= 2)
			for (unsigned k = 0; k != 6; k++) {
				#pragma omp ordered doacross(sink: omp_cur_iteration - 1)
				wrong += at != i * 30 + (10 - j) / 2 * 6 + (int)k;
				at++;
				#pragma omp ordered doacross(source: CURRENT)
			}
	#pragma omp parallel for ordered collapse(2) schedule(static, 1)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 5; j++) {
			#pragma omp ordered doacross(sink: CURRENT - 1)
			wrong += at++ != 120 + 5 * i + j;
			#pragma omp ordered doacross(source: omp_cur_iteration)
		}
	printf("%d iterations %s\n", at - 20, wrong ? "out of order" : "in order");
	return 0;
}
