// reduction: on a worksharing loop in a region the shared original has the result after the loop, for every thread.
// expect: wrong 0 total 14850
#include <stdio.h>

int main(void)
{
	int sum = 0, wrong = 0, total = 0;
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		for (int turn = 0; turn < 3; turn++) {
			#pragma omp for reduction(+: sum)
			for (int i = 0; i < 100; i++)
				sum += i;
			wrong += sum != 4950 * (turn + 1);
			#pragma omp barrier
		}
		#pragma omp for reduction(+: total) nowait
		for (int i = 0; i < 3; i++)
			total += sum / 3;
	}
	printf("wrong %d total %d\n", wrong, total);
	return 0;
}
