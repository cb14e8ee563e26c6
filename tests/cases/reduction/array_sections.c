// reduction: sections a[lo:n], a[:n], a[lo:] of arrays reduce only their elements.
// expect: 1 1 13 13 13 13 1 1
// expect: 7 7 7 1 1 1
// expect: 2 2 2 2 32 32
#include <omp.h>
#include <stdio.h>

int three = 3, four = 4;

int main(void)
{
	int a[8], b[6], c[6], lo = 2, n = 4;
	for (int i = 0; i < 8; i++)
		a[i] = 1;
	for (int i = 0; i < 6; i++)
		b[i] = 1, c[i] = 2;
	#pragma omp parallel num_threads(3) reduction(+: a[lo:n])
	{
		for (int turn = 0; turn < 4; turn++)
			for (int i = lo; i < lo + n; i++)
				a[i]++;
	}
	#pragma omp parallel for num_threads(3) reduction(+: b[:three]) reduction(+: c[four:])
	for (int i = 0; i < 6; i++) {
		for (int k = 0; k < three; k++)
			b[k]++;
		c[4] += 5;
		c[5] += 5;
	}
	for (int i = 0; i < 8; i++)
		printf("%d%c", a[i], i < 7 ? ' ' : '\n');
	printf("%d %d %d %d %d %d\n", b[0], b[1], b[2], b[3], b[4], b[5]);
	printf("%d %d %d %d %d %d\n", c[0], c[1], c[2], c[3], c[4], c[5]);
	return 0;
}
