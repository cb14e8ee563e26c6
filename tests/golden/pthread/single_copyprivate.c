/* One thread reads the value, all get it. */
#include <stdio.h>

int total;

void read_and_add(void)
{
	#pragma omp parallel
	{
		int value = 0;

		#pragma omp single copyprivate(value)
		if (scanf("%d", &value) != 1)
			value = -1;

		#pragma omp atomic
		total += value;
	}
}
