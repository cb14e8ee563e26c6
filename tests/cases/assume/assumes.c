// assume, assumes, begin assumes: what may be believed changes nothing; absent and contains name directives; in functions, nested, from macros.
// reference: none because gcc 12 does not know assume, and clang 19 knows it from 5.1 on only in part
// expect: 10 10 4
// expect: 3
#include <stdio.h>

#pragma omp assumes no_openmp_routines
#define BELIEVE(x) _Pragma(#x)

#pragma omp begin assumes absent(target, teams) contains(parallel, for)
#pragma omp begin assumes no_openmp_constructs(0)
static int sum(int n)
{
	int s = 0;
	#pragma omp parallel for reduction(+ : s)
	for (int i = 0; i < n; i++)
		s += i;
	return s;
}
#pragma omp end assumes
BELIEVE(omp end assumes)

static int twice(int n)
{
	if (n > 0)
		#pragma omp assume holds(n > 0) no_parallelism
		n *= 2;
	else
		n = -n;
	BELIEVE(omp assume holds(n >= 0, n < 1000000) no_openmp)
	{
		int m = n;
	again:
		if (m++ < 3)
			goto again;
	}
	return n;
}

int main(void)
{
	int a, b;
	#pragma omp assume contains(parallel)
	{
		a = sum(5);
	}
	#pragma omp parallel num_threads(2)
	{
		#pragma omp assume absent(parallel, task) no_parallelism(1)
		#pragma omp single
		b = sum(5);
	}
	printf("%d %d %d\n", a, b, twice(2));
	printf("%d\n", twice(-3));
	return 0;
}
