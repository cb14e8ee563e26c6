// schedule: a chunk larger than the loop, of long long type, or near the end of its type, gives all iterations once.
// reference: clang-19 because gcc multiplies the chunk size in the type of the index
// expect: wrong 0 one 1
#include <limits.h>
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int seen[40] = {0}, wrong = 0, one = 1, by[40], huge = INT_MAX;
	long long huger = 1LL << 40;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for schedule(static, huge)
		for (int i = 0; i < 40; i++) {
			seen[i]++;
			by[i] = omp_get_thread_num() + 4 * omp_in_parallel() - 4;
		}
		#pragma omp for schedule(dynamic, huge)
		for (int i = 0; i < 40; i++)
			seen[i]++;
		#pragma omp for schedule(guided, huge)
		for (int i = 0; i < 40; i++)
			seen[i]++;
		#pragma omp for schedule(static, huger)
		for (long i = 0; i < 40; i++)
			seen[i]++;
	}
	for (int i = 0; i < 40; i++) {
		wrong += seen[i] != 4;
		one &= by[i] == 0;
	}
	printf("wrong %d one %d\n", wrong, one);
	return 0;
}
