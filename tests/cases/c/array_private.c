// Arrays as private, firstprivate, lastprivate and reduction variables, with two dimensions, and their sizeof.
// expect: 48 99 100 600
// expect: 50 50 1 2 3 4
#include <stdio.h>

int main(void)
{
	int scratch[3][4], start[2][2] = {{1, 2}, {3, 4}}, last[2] = {0, 0}, count[2] = {0, 0};
	unsigned long size = 0;
	int six = 0;

#pragma omp parallel for private(scratch) firstprivate(start) lastprivate(last) reduction(+ : count, six)
	for (int i = 0; i < 100; i++) {
		scratch[2][3] = i;
		last[0] = scratch[2][3];
		last[1] = i + 1;
		count[i & 1]++;
		six += start[1][0] + start[0][1] + start[0][0];
		start[1][1]++;
	}
#pragma omp parallel private(scratch)
#pragma omp single
	size = sizeof scratch;
	printf("%lu %d %d %d\n", size, last[0], last[1], six);
	printf("%d %d %d %d %d %d\n", count[0], count[1], start[0][0], start[0][1], start[1][0], start[1][1]);
	return 0;
}
