// ordered: an iteration may meet no ordered block without stopping the following ones.
// expect: wrong 0 n 20 skipped 40 last 57
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int last = -1, wrong = 0, n = 0, skipped = 0;
	#pragma omp parallel for num_threads(4) ordered schedule(dynamic, 2) reduction(+: skipped)
	for (int i = 0; i < 60; i++) {
		if (i % 3 != 0) {
			skipped++;
			continue;
		}
		#pragma omp ordered
		{
			wrong += i <= last;
			last = i;
			n += omp_get_num_threads() == 4;
		}
	}
	printf("wrong %d n %d skipped %d last %d\n", wrong, n, skipped, last);
	return 0;
}
