// _GNU_SOURCE as the first line, and a GNU function in a region.
// expect: 4950 cde
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void)
{
	char *found = NULL;
	char text[] = "abcde";
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += i;
#pragma omp parallel
#pragma omp single
	found = memmem(text, sizeof text, "cd", 2);
	printf("%ld %s\n", sum, found ? found : "nothing");
	return 0;
}
