// Pragmas under #if, #ifdef and #else, alternative pragmas for one loop, and pragmas in branches that are left out.
// flags: -DWITH_STATIC -DLEVEL=3
// expect: 4950 4950 4950 100
#include <stdio.h>

int main(void)
{
	long a = 0, b = 0, c = 0;
	int d = 0;

#ifdef _OPENMP
#pragma omp parallel for reduction(+ : a)
#endif
	for (int i = 0; i < 100; i++)
		a += i;

#if LEVEL > 5
#pragma omp parallel for reduction(+ : b) schedule(dynamic)
#elif defined(WITH_STATIC)
#pragma omp parallel for reduction(+ : b) schedule(static)
#else
#pragma omp nonsense that nobody reads
#endif
	for (int i = 0; i < 100; i++)
		b += i;

#if 0
#pragma omp parallel for reduction(% : nothing)
	for (;;)
#else
#pragma omp parallel for reduction(+ : c)
	for (int i = 0; i < 100; i++)
#endif
		c += i;

#pragma omp parallel
	{
#ifndef WITHOUT_FOR
#pragma omp for
#endif
		for (int i = 0; i < 100; i++) {
#if defined(_OPENMP) && _OPENMP >= 200805
#pragma omp atomic
			d++;
#else
			d += 2;
#endif
		}
	}
	printf("%ld %ld %ld %d\n", a, b, c, d);
	return 0;
}
