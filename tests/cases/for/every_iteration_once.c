// for: each iteration runs exactly once however many threads there are, for trip counts around the team size.
// expect: wrong 0
// expect: shared out 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong = 0, seen[64], by[64], spread = 0;
	for (int n = 0; n < 20; n++) {
		for (int i = 0; i < 64; i++)
			seen[i] = 0;
		#pragma omp parallel num_threads(6)
		{
			#pragma omp for
			for (int i = 0; i < n; i++) {
				seen[i]++;
				by[i] = omp_get_thread_num();
			}
		}
		for (int i = 0; i < 64; i++)
			wrong += seen[i] != (i < n);
		for (int i = 1; i < n; i++)
			spread += by[i] != by[i - 1];
	}
	printf("wrong %d\n", wrong);
	printf("shared out %d\n", spread > 0);
	return 0;
}
