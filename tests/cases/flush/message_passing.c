// flush: data written before a flush and a flag is seen after the flag and a flush, with a list and with memory orders.
// expect: data 42 43 44
#include <omp.h>
#include <stdio.h>

static int data[3];

int main(void)
{
	int flag = 0, got[3] = {0};
	#pragma omp parallel num_threads(2)
	{
		if (omp_get_thread_num() == 1) {
			for (int i = 0; i < 3; i++) {
				#pragma omp atomic write
				data[i] = 42 + i;
			}
			#pragma omp flush
			#pragma omp flush(data, flag)
			#pragma omp flush release
			#pragma omp atomic write
			flag = 1;
			#pragma omp flush(flag)
		} else if (omp_get_num_threads() == 2) {
			int seen = 0;
			while (!seen) {
				#pragma omp flush(flag)
				#pragma omp atomic read
				seen = flag;
			}
			#pragma omp flush acquire
			#pragma omp flush acq_rel
			for (int i = 0; i < 3; i++) {
				#pragma omp atomic read
				got[i] = data[i];
			}
		}
	}
	printf("data %d %d %d\n", got[0], got[1], got[2]);
	return 0;
}
