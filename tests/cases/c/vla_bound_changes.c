// A VLA keeps its size when the variable that gave its bound has another value in the region.
// expect: 28 7
#include <stdio.h>

int main(void)
{
	int n = 7;
	int v[n], w[n][2];
	unsigned long size = 0;
	int sum = 0;

	for (int i = 0; i < 7; i++)
		v[i] = w[i][1] = 1;
	n = 1000;
#pragma omp parallel firstprivate(n, v) shared(w, size, sum)
	{
		n = 3;
#pragma omp single
		{
			size = sizeof v;
			for (int i = 0; i < 7; i++)
				sum += v[i] * w[i][1] * (sizeof w == 56);
		}
	}
	printf("%lu %d\n", size, sum);
	return 0;
}
