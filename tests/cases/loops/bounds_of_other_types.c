// loops: bounds and step of a type other than the index are converted as the comparison and the increment in C do.
// expect: long bound 10
// expect: char step 4
// expect: unsigned bound 7
// expect: enum 3
// expect: sizeof 16
#include <stdio.h>

enum colour { RED, GREEN, BLUE, COLOURS };

int main(void)
{
	int n = 0;
	long long big = 10;
	signed char step = -3;
	unsigned char start = 200;
	unsigned short bound = 7;
	double d[16] = {0};

	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i < big; i++)
		n++;
	printf("long bound %d\n", n);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (long i = start; i > start - 12; i += step)
		n++;
	printf("char step %d\n", n);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i < bound; i++)
		n++;
	printf("unsigned bound %d\n", n);
	n = 0;
	#pragma omp parallel for reduction(+: n)
	for (int c = RED; c < COLOURS; c++)
		n++;
	printf("enum %d\n", n);
	n = 0;
	#pragma omp parallel for reduction(+: n, d)
	for (unsigned long i = 0; i < sizeof d / sizeof d[0]; i++)
		n++, d[i] += 1;
	printf("sizeof %d\n", n * (d[15] == 1));
	return 0;
}
