// A region whose statement is one macro: an expression, a block, a loop, an if with else.
// expect: 1 3 45 5
#include <stdio.h>

#define ASSIGN one = 1;
#define BLOCK { int t = one; two = t + 2; }
#define LOOP for (int i = 0; i < 10; i++) sum += i;
#define CHOOSE if (sum > 40) chosen = 5; else chosen = 6;

int main(void)
{
	int one = 0, two = 0, sum = 0, chosen = 0;

#pragma omp parallel
	{
#pragma omp single
		ASSIGN
#pragma omp single
		BLOCK
#pragma omp for reduction(+ : sum)
		LOOP
#pragma omp master
		CHOOSE
	}
	printf("%d %d %d %d\n", one, two, sum, chosen);
	return 0;
}
