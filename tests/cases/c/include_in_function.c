// A file with a region that is included in the middle of a function, twice, and uses the function's locals.
// expect: 4950 328350
#include <stdio.h>

int main(void)
{
	int n = 100, out[100];
	long sum = 0, squares = 0;

#define EXPRESSION i
#include "extra/body_template.inc"
	for (int i = 0; i < n; i++)
		sum += out[i];
#define EXPRESSION (i * i)
#include "extra/body_template.inc"
	for (int i = 0; i < n; i++)
		squares += out[i];
	printf("%ld %ld\n", sum, squares);
	return 0;
}
