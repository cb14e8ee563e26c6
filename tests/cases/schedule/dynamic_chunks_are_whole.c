// schedule(dynamic, c): chunks are aligned runs of c iterations done by one thread each, the last may be shorter.
// expect: wrong 0 split 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, split = 0, by[1003], seen[1003] = {0};
	for (int c = 1; c < 20; c += 3) {
		#pragma omp parallel num_threads(4)
		#pragma omp for schedule(dynamic, c)
		for (int i = 0; i < 1003; i++) {
			by[i] = omp_get_thread_num() + 10 * omp_get_num_threads();
			seen[i]++;
		}
		for (int i = 0; i < 1003; i++)
			split += i % c != 0 && by[i] != by[i - 1];
	}
	for (int i = 0; i < 1003; i++)
		wrong += seen[i] != 7 || by[i] / 10 != 4;
	printf("wrong %d split %d\n", wrong, split);
	return 0;
}
