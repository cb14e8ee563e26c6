// barrier: no thread passes before all have arrived, 100 phases in a row.
// expect: wrong 0 team 5
#include <stdio.h>

int main(void)
{
	int counter = 0, wrong = 0, team = 0;
	#pragma omp parallel num_threads(5) reduction(+: wrong, team)
	{
		team++;
		for (int phase = 1; phase <= 100; phase++) {
			int now;
			#pragma omp atomic
			counter++;
			#pragma omp barrier
			#pragma omp atomic read
			now = counter;
			wrong += now != 5 * phase;
			#pragma omp barrier
		}
	}
	printf("wrong %d team %d\n", wrong, team);
	return 0;
}
