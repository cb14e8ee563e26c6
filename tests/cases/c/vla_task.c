// A task captures a VLA and the size of its type by value, while the original changes and goes away.
// reference: gcc because clang-19 refuses firstprivate of a VLA on task
// expect: 60 40
#include <stdio.h>

static void spawn(int n, int scale, long *to, unsigned long *size)
{
	int line[n];

	for (int i = 0; i < n; i++)
		line[i] = i;
#pragma omp task firstprivate(line)
	{
		long mine = 0;
		for (int i = 0; i < n; i++)
			mine += line[i];
#pragma omp atomic
		*to += mine * scale;
#pragma omp atomic
		*size += sizeof line;
	}
	line[0] = 1000;
	scale = 0;
	n = 0;
}

int main(void)
{
	long sum = 0;
	unsigned long size = 0;

#pragma omp parallel
	{
#pragma omp single
		{
			spawn(5, 1, &sum, &size);
			spawn(5, 5, &sum, &size);
		}
	}
	printf("%ld %lu\n", sum, size);
	return 0;
}
