// __COUNTER__ counts the user's uses only, each once, whether in a region or after it.
// expect: 0 1 2 3
#include <stdio.h>

#define UNIQUE_(a, b) a##b
#define UNIQUE(a, b) UNIQUE_(a, b)

int main(void)
{
	int a = __COUNTER__, b = -1, c = -1;

#pragma omp parallel num_threads(1)
	b = __COUNTER__;
#pragma omp parallel num_threads(1)
	{
		int UNIQUE(first_, __LINE__) __attribute__((unused)) = 0;
#pragma omp critical
		c = __COUNTER__;
	}
	printf("%d %d %d %d\n", a, b, c, __COUNTER__);
	return 0;
}
