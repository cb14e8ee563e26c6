// ordered: ordered loops in a row with nowait keep their orders apart.
// expect: wrong 0 n 300
#include <stdio.h>

int main(void)
{
	int next[10] = {0}, wrong[10] = {0}, n = 0, bad = 0;
	#pragma omp parallel num_threads(3)
	for (int k = 0; k < 10; k++) {
		#pragma omp for ordered nowait schedule(dynamic, 2)
		for (int i = 0; i < 30; i++) {
			#pragma omp ordered
			wrong[k] += next[k]++ != i;
		}
	}
	for (int k = 0; k < 10; k++) {
		bad += wrong[k];
		n += next[k];
	}
	printf("wrong %d n %d\n", bad, n);
	return 0;
}
