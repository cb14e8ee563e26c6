// expect: 29 58 7
// expect: 29 58 7
// A value that comes back from the last iteration, which another thread runs, also when no thread waits for the others.
#include <stdio.h>

struct pair {
	int a, b;
};

int main(void)
{
	for (int round = 0; round < 2; round++) {
		struct pair last = {1, 2};
		int n = 3;
		#pragma omp target parallel num_threads(16) map(tofrom : last, n)
		{
			#pragma omp for lastprivate(last) schedule(guided, 2) nowait
			for (int i = 0; i < 30; i++)
				last = (struct pair){i, 2 * i};
			#pragma omp sections lastprivate(n) nowait
			{
				n = 5;
				#pragma omp section
				n = 7;
			}
		}
		printf("%d %d %d\n", last.a, last.b, n);
	}
	return 0;
}
