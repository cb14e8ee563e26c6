// UTF-8 in comments before and in pragmas, in strings and in identifiers that a region captures: äöü €.
// expect: größe = 4950 ✓
// expect: 7
#include <stdio.h>

int main(void)
{
	long größe = 0; /* ß */
	int 数 = 0;

/* é */ #pragma omp parallel for /* ñ — … */ reduction(+ : größe) // ☃
	for (int i = 0; i < 100; i++) /* € */ größe += i;
#pragma omp parallel
	{
#pragma omp single
		{
			printf("größe = %ld ✓\n", größe);
			/* 数 */ 数 = 7;
		}
	}
	printf("%d\n", 数);
	return 0;
}
