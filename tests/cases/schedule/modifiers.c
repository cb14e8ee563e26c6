// schedule: the modifiers monotonic and nonmonotonic with every kind run each iteration once.
// expect: wrong 0
// expect: monotonic 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int seen[97] = {0}, wrong = 0, monotonic = 1;
	#pragma omp parallel num_threads(4)
	{
		int last = -1, fine = omp_get_num_threads() == 4;
		#pragma omp for schedule(monotonic: dynamic, 3) nowait
		for (int i = 0; i < 97; i++) {
			#pragma omp atomic
			seen[i]++;
			fine &= i > last;
			last = i;
		}
		last = -1;
		#pragma omp for schedule(monotonic: static, 2) nowait
		for (int i = 0; i < 97; i++) {
			#pragma omp atomic
			seen[i]++;
			fine &= i > last;
			last = i;
		}
		#pragma omp for schedule(nonmonotonic: dynamic) nowait
		for (int i = 0; i < 97; i++) {
			#pragma omp atomic
			seen[i]++;
		}
		#pragma omp for schedule(nonmonotonic: guided, 4) nowait
		for (int i = 0; i < 97; i++) {
			#pragma omp atomic
			seen[i]++;
		}
		#pragma omp critical
		monotonic &= fine;
	}
	for (int i = 0; i < 97; i++)
		wrong += seen[i] != 4;
	printf("wrong %d\n", wrong);
	printf("monotonic %d\n", monotonic);
	return 0;
}
