// A shared scalar that only a macro body names is written through the macro, and the user sees the writes afterwards.
// expect: 5050 100 7
#include <stdio.h>

#define ADD(n) total += (n)
#define COUNT (++calls)
#define SET do { last = 7; } while (0)

int main(void)
{
	long total = 0;
	int calls = 0, last = 0;

#pragma omp parallel
	{
#pragma omp for
		for (int i = 1; i <= 100; i++) {
#pragma omp critical
			{
				ADD(i);
				COUNT;
			}
		}
#pragma omp single
		SET;
	}
	printf("%ld %d %d\n", total, calls, last);
	return 0;
}
