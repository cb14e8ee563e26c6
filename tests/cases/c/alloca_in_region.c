// alloca and inner VLAs in regions: memory of each thread, used over the region and in every iteration.
// expect: 4950 4950
#include <alloca.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	int n = 64;
	long sum = 0, second = 0;

#pragma omp parallel reduction(+ : sum)
	{
		int *work = alloca(sizeof *work * (unsigned)n);
		memset(work, 0, sizeof *work * (unsigned)n);
#pragma omp for
		for (int i = 0; i < 100; i++)
			work[i % n] += i;
		for (int i = 0; i < n; i++)
			sum += work[i];
	}
#pragma omp parallel for reduction(+ : second)
	for (int i = 0; i < 100; i++) {
		int line[i + 1];
		line[i] = i;
		second += line[sizeof line / sizeof *line - 1];
	}
	printf("%ld %ld\n", sum, second);
	return 0;
}
