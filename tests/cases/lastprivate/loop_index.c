// lastprivate: the index itself ends with the value the sequential loop leaves, for up, down, steps and pointers.
// expect: 10 -1 12 -2 9
// expect: end 1
#include <stdio.h>

int main(void)
{
	int i, j, k, a[8] = {0}, *p;
	long l;
	unsigned char c;
	#pragma omp parallel for lastprivate(i) num_threads(3)
	for (i = 0; i < 10; i++)
		;
	#pragma omp parallel for lastprivate(j) num_threads(3) schedule(dynamic)
	for (j = 9; j >= 0; j--)
		;
	#pragma omp parallel for lastprivate(k) num_threads(3) schedule(static, 1)
	for (k = 0; k < 10; k += 4)
		;
	#pragma omp parallel for lastprivate(l) num_threads(3) schedule(guided)
	for (l = 10; l > 0; l -= 3)
		;
	#pragma omp parallel for lastprivate(c) num_threads(3)
	for (c = 0; c < 8; c += 3)
		;
	#pragma omp parallel for lastprivate(p) num_threads(3)
	for (p = a; p < a + 7; p += 2)
		*p = 1;
	printf("%d %d %d %ld %d\n", i, j, k, l, c);
	printf("end %d\n", p == a + 8);
	return 0;
}
