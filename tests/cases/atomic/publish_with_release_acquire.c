// atomic: plain data written before a release write is seen after an acquire read of the flag.
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, data = 0, flag = 0;
	#pragma omp parallel num_threads(2)
	for (int round = 1; round <= 20; round++) {
		if (omp_get_thread_num() == 0) {
			data = round * 3;
			#pragma omp atomic write release
			flag = round;
		} else {
			int seen = 0;
			while (seen != round) {
				#pragma omp atomic read acquire
				seen = flag;
			}
			wrong += data != round * 3;
		}
		#pragma omp barrier
	}
	wrong += flag != 20 || data != 60;
	printf("wrong %d\n", wrong);
	return 0;
}
