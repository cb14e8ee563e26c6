// loops: a file-scope or static index is private in the loop.
// expect: global 45 hidden 45 narrow 45
#include <stdio.h>

static int g;
short narrow;

int main(void)
{
	static long hidden;
	int a = 0, b = 0, c = 0;
	#pragma omp parallel for reduction(+: a)
	for (g = 0; g < 10; g++)
		a += g;
	#pragma omp parallel reduction(+: b)
	{
		#pragma omp for
		for (hidden = 9; hidden >= 0; hidden--)
			b += (int)hidden;
	}
	#pragma omp parallel for reduction(+: c) schedule(guided)
	for (narrow = 0; narrow < 10; narrow++)
		c += narrow;
	printf("global %d hidden %d narrow %d\n", a, b, c);
	return 0;
}
