// taskgroup: its end waits for all descendants, which taskwait does not; tasks made before it may still be waiting.
// expect: wrong 0
#include <stdio.h>

static void spread(int depth, int *count)
{
	for (int i = 0; i < 3; i++) {
		#pragma omp task
		{
			#pragma omp atomic
			++*count;
			if (depth > 1)
				spread(depth - 1, count);
		}
	}
}

int main(void)
{
	int wrong = 0;
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		#pragma omp single
		for (int round = 0; round < 10; round++) {
			int count = 0, now;
			#pragma omp taskgroup
			{
				spread(4, &count);
			}
			#pragma omp atomic read
			now = count;
			wrong += now != 3 + 9 + 27 + 81;
		}
	}
	printf("wrong %d\n", wrong);
	return 0;
}
