// Two functions with regions on one line, and a region on the same line as the closing brace.
// expect: 10 20 3
#include <stdio.h>

static int a(int n) { int s = 0; _Pragma("omp parallel for reduction(+ : s)") for (int i = 0; i < n; i++) s++; return s; } static int b(int n) { int s = 0; _Pragma("omp parallel for reduction(+ : s)") for (int i = 0; i < n; i++) s += 2; return s; }

int main(void)
{
	int three = 0;
	{ _Pragma("omp parallel") { _Pragma("omp single") { three = 3; } } } printf("%d %d %d\n", a(10), b(10), three);
	return 0; }
