// if: the condition is evaluated once by the encountering thread, and both outcomes give the same result of a loop.
// expect: calls 2
// expect: 0 499500
// expect: 1 499500
#include <stdio.h>

static int calls;

static int decide(int x)
{
	calls++;
	return x;
}

int main(void)
{
	long sum[2] = {0, 0};
	for (int k = 0; k < 2; k++) {
		long s = 0;
		#pragma omp parallel for if(decide(k)) reduction(+: s) num_threads(3)
		for (int i = 0; i < 1000; i++)
			s += i;
		sum[k] = s;
	}
	printf("calls %d\n", calls);
	printf("0 %ld\n1 %ld\n", sum[0], sum[1]);
	return 0;
}
