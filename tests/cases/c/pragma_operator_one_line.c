// Several regions on one source line, written with _Pragma, each with its own body.
// expect: 1 2 3 45
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0;

	_Pragma("omp parallel") { _Pragma("omp single") a = 1; } _Pragma("omp parallel") { _Pragma("omp master") b = 2; } c = 3;
	_Pragma("omp parallel for reduction(+ : d)") for (int i = 0; i < 10; i++) d += i;
	printf("%d %d %d %d\n", a, b, c, d);
	return 0;
}
