// flush: flush seq_cst orders like flush: of two threads that store and then load, at least one sees the other's store.
// reference: gcc because clang-19 does not know flush seq_cst
// expect: both missed 0
#include <stdio.h>

static int x, y;

int main(void)
{
	int missed = 0;
	for (int round = 0; round < 10; round++) {
		int a = 0, b = 0;
		x = y = 0;
		#pragma omp parallel sections num_threads(2)
		{
			#pragma omp section
			{
				#pragma omp atomic write relaxed
				x = 1;
				#pragma omp flush seq_cst
				#pragma omp atomic read relaxed
				a = y;
			}
			#pragma omp section
			{
				#pragma omp atomic write relaxed
				y = 1;
				#pragma omp flush seq_cst
				#pragma omp atomic read relaxed
				b = x;
			}
		}
		missed += a == 0 && b == 0;
	}
	printf("both missed %d\n", missed);
	return 0;
}
