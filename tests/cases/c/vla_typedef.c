// A local typedef of a variably modified type, used before and inside the region after its bound has changed.
// expect: 40 45 40
#include <stdio.h>

int main(void)
{
	int n = 10, sum = 0;
	typedef int line[n];
	line a;
	unsigned long inside = 0;

	n = 99;
	for (int i = 0; i < 10; i++)
		a[i] = i;
#pragma omp parallel
	{
		line b;
		for (int i = 0; i < 10; i++)
			b[i] = a[i];
#pragma omp single
		{
			inside = sizeof(line);
			for (int i = 0; i < (int)(sizeof b / sizeof b[0]); i++)
				sum += b[i];
		}
	}
	printf("%lu %d %lu\n", inside, sum, sizeof a);
	return 0;
}
