// for: the bound is evaluated before the loop, not in every iteration, and the body may change the variables it was made of.
// expect: visits 10 5
// expect: few calls 1
#include <stdio.h>

static int limit_calls;

static int limit(int n)
{
	#pragma omp atomic
	limit_calls++;
	return n;
}

int main(void)
{
	int n = 10, visits = 0, steps = 0, s = 2;
	#pragma omp parallel num_threads(3) firstprivate(n, s)
	{
		#pragma omp for reduction(+: visits)
		for (int i = 0; i < limit(n); i++) {
			visits++;
			n = 3;
		}
		n = 10;
		#pragma omp for reduction(+: steps)
		for (int i = limit(0); i < n; i += s) {
			steps++;
			n = 100;
			s = 1;
		}
	}
	printf("visits %d %d\n", visits, steps);
	printf("few calls %d\n", limit_calls <= 9);
	return 0;
}
