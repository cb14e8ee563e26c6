// task: outside any parallel region tasks, taskwait, taskyield and taskgroup run correctly in the one thread.
// expect: 6 10 3
#include <stdio.h>

static int sum(int n)
{
	int rest = 0;
	if (n == 0)
		return 0;
	#pragma omp task shared(rest)
	rest = sum(n - 1);
	#pragma omp taskyield
	#pragma omp taskwait
	return n + rest;
}

int main(void)
{
	int x = 0, y = 0;
	#pragma omp taskgroup
	{
		for (int i = 0; i < 4; i++) {
			#pragma omp task shared(x)
			{
				#pragma omp task shared(x)
				x += i;
			}
		}
	}
	#pragma omp task shared(y) untied
	y = 3;
	#pragma omp taskwait
	printf("%d %d %d\n", x, sum(4), y);
	return 0;
}
