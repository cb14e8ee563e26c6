// An empty file and a file without pragmas are compiled and linked beside one with regions.
// needs: extra/empty.c extra/no_pragma.c
// expect: 9900
#include <stdio.h>

int doubled(int x);

int main(void)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += doubled(i);
	printf("%ld\n", sum);
	return 0;
}
