// message and severity (OpenMP 6.0) say what happens when a strict number of threads cannot be had; without strict, nothing.
// expect: 1
// reference: none because gcc 12 and clang 19 do not know them
#include <stdio.h>

int main(void)
{
	int x = 0;
	#pragma omp parallel message("too few threads") severity(warning) num_threads(2) reduction(max : x)
	x = 1;
	printf("%d\n", x);
	return 0;
}
