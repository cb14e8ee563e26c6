#include <stdio.h>

int elsewhere(int n)
{
	return printf("elsewhere %d\n", n);
}

void ours(int n)
{
	printf("base of ours %d\n", n);
}
