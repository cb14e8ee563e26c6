// parallel: what every thread stored is visible after the region, 40 regions in a row.
// expect: total 800
#include <omp.h>
#include <stdio.h>

int main(void)
{
	long total = 0;
	for (int round = 0; round < 40; round++) {
		int part[5] = {0};
		#pragma omp parallel num_threads(5) shared(part)
		{
			#pragma omp for schedule(static, 1)
			for (int i = 0; i < 5; i++)
				part[i] = i * (omp_get_num_threads() - 3);
		}
		for (int i = 0; i < 5; i++)
			total += part[i];
	}
	printf("total %ld\n", total);
	return 0;
}
