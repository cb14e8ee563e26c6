// target map: the bounds of a section are expressions with ?: in them.
// expect: 3 4 5
// expect: 9 4 5
// reference: gcc because clang 19 fails on the branches
#include <stdio.h>

int main(void)
{
	int a[3] = {3, 4, 5}, n = 3, *p = a;
	#pragma omp target map(tofrom: p[n > 5 ? 1 : 0 : n > 2 ? n - 2 : 0]) map(to: n)
	if (n > 5)
		p[0] = 9;
	printf("%d %d %d\n", a[0], a[1], a[2]);
	n = 8;
	#pragma omp target map(tofrom: p[0:n > 2 ? n - 7 : 0]) map(to: n)
	p[0] = n + 1;
	printf("%d %d %d\n", a[0], a[1], a[2]);
	return 0;
}
