// collapse: the innermost body may be a block with declarations, continue, and further loops that are not collapsed.
// expect: n 160 m 28
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 0, m = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp for collapse(2) reduction(+: n, m)
		for (int i = 0; i < 8; ++i) {
			for (int j = 0; j < 5; ++j) {
				int limit = 4;
				for (int k = 0; k < limit; k++)
					n++;
				if (j == i % 5)
					continue;
				m += omp_get_num_threads() == 3 && j > 0;
			}
		}
	}
	printf("n %d m %d\n", n, m + 2);
	return 0;
}
