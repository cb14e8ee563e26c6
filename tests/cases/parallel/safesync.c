// safesync (OpenMP 6.0): the threads may wait for each other, which threads of a host always may.
// threads: 2 7
// reference: none because gcc 12 and clang 19 do not know it
// expect: all past the hand-made barrier 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int arrived = 0, passed = 0, all = 0;
	#pragma omp parallel safesync(1)
	{
		int seen = 0;
		#pragma omp atomic
		arrived++;
		while (seen < omp_get_num_threads()) {
			#pragma omp atomic read
			seen = arrived;
		}
		#pragma omp atomic
		passed++;
	}
	#pragma omp parallel for safesync reduction(+ : all)
	for (int i = 0; i < 10; i++)
		all++;
	printf("all past the hand-made barrier %d\n", passed == arrived && all == 10);
	return 0;
}
