// reduction: with nowait the result is there after the next barrier; two in a row do not mix.
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0;
	for (int turn = 0; turn < 30; turn++) {
		int a = 1, b = 1000;
		double c = 0;
		#pragma omp parallel num_threads(4) reduction(+: wrong)
		{
			#pragma omp for reduction(+: a) nowait
			for (int i = 0; i < 10; i++)
				a += i;
			#pragma omp for reduction(-: b) schedule(dynamic) nowait
			for (int i = 0; i < 10; i++)
				b -= i;
			#pragma omp sections reduction(+: c) nowait
			{
				#pragma omp section
				c += 1.5;
				#pragma omp section
				c += 2.5;
			}
			#pragma omp barrier
			wrong += a != 46 || b != 955 || c != 4.0 || omp_get_num_threads() != 4;
		}
	}
	printf("wrong %d\n", wrong);
	return 0;
}
