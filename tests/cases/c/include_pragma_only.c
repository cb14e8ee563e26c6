// An included file that holds nothing but the pragma; its statement stands in the including file.
// expect: 4950
#include <stdio.h>

int main(void)
{
	int sum = 0;

#include "extra/only_pragma.inc"
	for (int i = 0; i < 100; i++)
		sum += i;
	printf("%d\n", sum);
	return 0;
}
