// combined: equal regions in several static functions, with equal names of variables, do not get mixed up.
// expect: 10 200 3000 44
#include <omp.h>
#include <stdio.h>

static int one(int n) { int x = 0;
	#pragma omp parallel for reduction(+: x)
	for (int i = 0; i < n; i++) x += 1;
	return x; }
static int two(int n) { int x = 0;
	#pragma omp parallel for reduction(+: x)
	for (int i = 0; i < n; i++) x += 20;
	return x; }
static int three(long n) { double x = 0;
	#pragma omp parallel for reduction(+: x)
	for (long i = 0; i < n; i++) x += 300;
	return (int)x; }
static int both(void) { int x = 0, y = 0; { int x = 10; _Pragma("omp parallel num_threads(4) reduction(+: x)") x += omp_get_num_threads() - 3; y = x; }
	{ long x = 20; _Pragma("omp parallel num_threads(5) reduction(+: x)") x += 2 * omp_get_num_threads() - 10 + 2; y += (int)x; }
	return y + x; }

int main(void)
{
	printf("%d %d %d %d\n", one(10), two(10), three(10), both());
	return 0;
}
