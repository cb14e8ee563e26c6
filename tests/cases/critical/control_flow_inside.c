// critical: loops with break and continue, declarations and nested functions calls work inside the block.
// expect: 90 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int total = 0, list[4], n = 0;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp critical(list)
		{
			int i;
			for (i = 0; i < n; i++) {
				if (list[i] == omp_get_thread_num())
					break;
				if (i > 100)
					continue;
			}
			if (i == n)
				list[n++] = omp_get_thread_num();
		}
		#pragma omp for
		for (int i = 0; i < 30; i++) {
			#pragma omp critical
			{
				if (i % 2)
					total += 2;
				else
					total += 4;
			}
		}
	}
	printf("%d %d\n", total, n);
	return 0;
}
