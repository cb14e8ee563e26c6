// lastprivate: with the loop's barrier every thread of the team sees the final value after the loop.
// expect: wrong 0 outside 40
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, wrong = 0;
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		for (int turn = 1; turn <= 20; turn++) {
			#pragma omp for lastprivate(x) schedule(static, 1)
			for (int i = 0; i < 5; i++) {
				if (i == 0 && turn == 20) {
					double until = omp_get_wtime() + 0.003;
					while (omp_get_wtime() < until)
						;
				}
				x = i == 4 ? turn * 2 : -100;
			}
			wrong += x != turn * 2;
			#pragma omp barrier
		}
	}
	printf("wrong %d outside %d\n", wrong, x);
	return 0;
}
