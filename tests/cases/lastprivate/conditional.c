// lastprivate(conditional:): the variable gets the value of the last iteration that assigned it, not of the last iteration.
// reference: gcc because clang-19 stores garbage for a chunked static loop
// expect: 77 88 -5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int found = -1, other = -1, never = -5;
	#pragma omp parallel for num_threads(4) lastprivate(conditional: found) schedule(dynamic, 3)
	for (int i = 0; i < 100; i++) {
		if (i == 0) {
			double until = omp_get_wtime() + 0.003;
			while (omp_get_wtime() < until)
				;
		}
		if (i % 11 == 0 && i < 80)
			found = i;
	}
	#pragma omp parallel num_threads(3)
	{
		#pragma omp for lastprivate(conditional: other, never) schedule(static, 1)
		for (int i = 0; i < 100; i++) {
			if (i == 13) {
				double until = omp_get_wtime() + 0.003;
				while (omp_get_wtime() < until)
					;
			}
			if (i == 13 || i == 88) {
				other = i;
				if (i > 200)
					never = i + omp_get_num_threads();
			}
		}
	}
	printf("%d %d %d\n", found, other, never);
	return 0;
}
