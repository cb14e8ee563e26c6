// for: continue, inner loops with break, switch and goto inside the body work in a shared loop.
// expect: odd 2500 inner 450 switched 375
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int odd = 0, inner = 0, switched = 0;
	#pragma omp parallel num_threads(4) reduction(+: odd, inner, switched)
	{
		#pragma omp for schedule(dynamic, 3)
		for (int i = 0; i < 100; i++) {
			if (i % 2 == 0)
				continue;
			odd += i;
		}
		#pragma omp for
		for (int i = 0; i < 100; i++) {
			for (int j = 0;; j++) {
				if (j == i % 10)
					break;
				inner++;
			}
		}
		#pragma omp for schedule(guided) nowait
		for (int i = 0; i < 100; i++) {
			switch (i % 4) {
			case 0:
				switched += 1;
				break;
			case 1:
				switched += 10;
				/* fall through */
			case 2:
				goto next;
			default:
				continue;
			}
			switched += omp_get_num_threads();
		next:;
		}
	}
	printf("odd %d inner %d switched %d\n", odd, inner, switched);
	return 0;
}
