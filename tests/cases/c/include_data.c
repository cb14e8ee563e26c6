// An #include inside a region: the table of an initialiser, from a file.
// expect: 4950 60
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int sixty = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += i;
#pragma omp parallel
	{
		static const int table[] = {
#include "extra/table.inc"
		};
#pragma omp single
		for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
			sixty += table[i];
	}
	printf("%ld %d\n", sum, sixty);
	return 0;
}
