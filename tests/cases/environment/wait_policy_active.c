// environment: OMP_WAIT_POLICY=active gives the same results, also with more threads than processors.
// env: OMP_WAIT_POLICY=active
// expect: 400
#include <stdio.h>

int main(void)
{
	int n = 0;
	for (int i = 0; i < 20; i++) {
		#pragma omp parallel num_threads(4)
		{
			#pragma omp barrier
			#pragma omp for
			for (int k = 0; k < 20; k++) {
				#pragma omp atomic
				n++;
			}
		}
	}
	printf("%d\n", n);
	return 0;
}
