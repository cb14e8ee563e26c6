// task: recursive tasks with taskwait; each child runs once and its result is there after taskwait.
// expect: fib 987 calls 3193 team 3
#include <stdio.h>

static int calls;

static int fib(int n)
{
	int a, b;
	#pragma omp atomic
	calls++;
	if (n < 2)
		return n;
	#pragma omp task shared(a) if(n > 5)
	a = fib(n - 1);
	#pragma omp task shared(b)
	b = fib(n - 2);
	#pragma omp taskwait
	return a + b;
}

int main(void)
{
	int result = 0, team = 0;
	#pragma omp parallel num_threads(3) reduction(+: team)
	{
		team++;
		#pragma omp single
		result = fib(16);
	}
	printf("fib %d calls %d team %d\n", result, calls, team);
	return 0;
}
