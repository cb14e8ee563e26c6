// target data waits for what is deferred in it, and for what it depends on (6.0).
// reference: none because no other compiler knows 6.0's target_data
// expect: 3 3 6 1
#include <stdio.h>

static void slowly(int *x, int by)
{
	for (volatile long i = 0; i < 5000000; i++)
		continue;
	*x += by;
}

int main(void)
{
	int a = 0, b = 0, c = 1, ready = 0, early = -1;
	#pragma omp parallel num_threads(4)
	#pragma omp single
	{
		#pragma omp target_data map(tofrom : a)
		{
			#pragma omp target nowait map(tofrom : a)
			slowly(&a, 3);
		}
		printf("%d", a);
		#pragma omp target_data map(tofrom : b) nogroup
		{
			#pragma omp target map(tofrom : b)
			slowly(&b, 3);
		}
		printf(" %d", b);
		#pragma omp task depend(out : c) shared(c)
		slowly(&c, 2);
		#pragma omp task depend(out : ready) shared(ready)
		slowly(&ready, 1);
		#pragma omp target_data map(tofrom : c) depend(inout : c, ready) nowait
		{
			early = ready;
			#pragma omp target map(tofrom : c)
			c *= 2;
		}
		#pragma omp taskwait
		printf(" %d %d\n", c, early);
	}
	return 0;
}
