// A C file with a region that is included twice as a template by another C file.
// expect: 34 15
#include <stdio.h>

#define SYMBOL(n) thirds(n)
#define DIVISOR 3
static int thirds(int n);
#include "extra/whole_loops.c"
#undef SYMBOL
#undef DIVISOR

#define SYMBOL(n) sevenths(n)
#define DIVISOR 7
static int sevenths(int n);
#include "extra/whole_loops.c"

int main(void)
{
	printf("%d %d\n", thirds(100), sevenths(100));
	return 0;
}
