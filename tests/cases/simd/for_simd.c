// for simd: the loop is shared out over the team and every iteration runs once, with linear, lastprivate and collapse.
// expect: wrong 0 last 99 k 400 sum 9900
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int by[100], wrong = 0, last = 0, k = 0, sum = 0, seen[8][9] = {{0}}, changes = 0;
	#pragma omp parallel num_threads(4)
	{
		int me = omp_get_thread_num();
		#pragma omp for simd lastprivate(last) linear(k: 4) schedule(static)
		for (int i = 0; i < 100; i++) {
			by[i] = me;
			last = i;
			k += 4;
		}
		#pragma omp for simd reduction(+: sum) nowait
		for (int i = 0; i < 100; i++)
			sum += 2 * i;
		#pragma omp for simd collapse(2)
		for (int i = 0; i < 8; i++)
			for (int j = 0; j < 9; j++)
				seen[i][j]++;
	}
	for (int i = 1; i < 100; i++)
		changes += by[i] != by[i - 1];
	for (int i = 0; i < 72; i++)
		wrong += seen[i / 9][i % 9] != 1;
	wrong += changes != 3;
	printf("wrong %d last %d k %d sum %d\n", wrong, last, k, sum);
	return 0;
}
