// A loop header that is a macro, whole or in parts, is a canonical loop.
// expect: 4950 4950 2450 4950
#include <stdio.h>

#define FOR_EACH(i, n) for (int i = 0; i < (n); i++)
#define FROM(i, a) int i = (a)
#define UNTIL(i, b) i < (b)
#define NEXT(i) i += 1
#define EVENS for (k = 0; k < limit; k += 2)
#define LOOP(i, body) for (int i = 0; i < limit; ++i) body

int main(void)
{
	int limit = 100, k;
	long a = 0, b = 0, c = 0, d = 0;

#pragma omp parallel for reduction(+ : a)
	FOR_EACH(i, limit)
		a += i;
#pragma omp parallel for reduction(+ : b)
	for (FROM(i, 0); UNTIL(i, limit); NEXT(i))
		b += i;
#pragma omp parallel for reduction(+ : c)
	EVENS
		c += k;
#pragma omp parallel for reduction(+ : d)
	LOOP(i, { d += i; })
	printf("%ld %ld %ld %ld\n", a, b, c, d);
	return 0;
}
