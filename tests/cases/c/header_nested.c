// A header that a header includes has a region, whose pragma is a macro of the including file.
// expect: 9900
#include <stdio.h>

#define PRAGMA(x) _Pragma(#x)
#define PARALLEL_SUM(s) PRAGMA(omp parallel for reduction(+ : s))
#include "extra/outer.h"

int main(void)
{
	printf("%ld\n", outer_sum(100));
	return 0;
}
