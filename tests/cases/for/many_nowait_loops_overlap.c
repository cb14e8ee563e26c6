// for: 60 loops in a row with nowait and all schedules each run every iteration once although threads are in different loops.
// expect: wrong 0
// expect: team 5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	enum { LOOPS = 60, N = 23 };
	static int seen[4 * LOOPS][N];
	int wrong = 0, team = 0;

	#pragma omp parallel num_threads(5)
	{
		#pragma omp atomic
		team++;
		for (int k = 0; k < LOOPS; k++) {
			#pragma omp for schedule(dynamic, 2) nowait
			for (int i = 0; i < N; i++) {
				#pragma omp atomic
				seen[4 * k][i]++;
			}
			#pragma omp for schedule(guided) nowait
			for (int i = 0; i < N; i++) {
				#pragma omp atomic
				seen[4 * k + 1][i]++;
			}
			#pragma omp for schedule(static, 3) nowait
			for (int i = 0; i < N; i++) {
				#pragma omp atomic
				seen[4 * k + 2][i]++;
			}
			#pragma omp for nowait
			for (int i = N - 1; i >= 0; i--) {
				#pragma omp atomic
				seen[4 * k + 3][i]++;
			}
		}
	}
	for (int k = 0; k < 4 * LOOPS; k++)
		for (int i = 0; i < N; i++)
			wrong += seen[k][i] != 1;
	printf("wrong %d\n", wrong);
	printf("team %d\n", team);
	return 0;
}
