// Variables shadowed at several block levels outside and inside regions; each use means the innermost in its place.
// expect: 4950 3 20 1 5
// expect: 1 2 99
#include <stdio.h>

int x = 1;

int main(void)
{
	int seen[3] = {0, 0, 0};
	{
		int x = 2;
		long sum = 0;
		{
			int x = 3;
#pragma omp parallel firstprivate(x) reduction(+ : sum)
			{
				int y = x;
#pragma omp for
				for (int x = 0; x < 100; x++)
					sum += x;
#pragma omp single
				{
					seen[0] = y;
					int x = 20;
					{
						seen[1] = x;
						extern int x;
						seen[2] = x;
					}
					x = 21;
				}
				x = 4;
			}
			printf("%ld %d %d %d ", sum, seen[0], seen[1], seen[2]);
#pragma omp parallel
			{
#pragma omp single
				x = x + 2;
			}
			printf("%d\n", x);
		}
		int last = 0;
#pragma omp parallel for lastprivate(last)
		for (int i = 0; i < 100; i++) {
			int last_ = i;
			last = last_;
			{
				int last = 7;
				(void)last;
			}
		}
		seen[0] = x;
		seen[1] = last;
	}
	printf("%d %d %d\n", x, seen[0], seen[1]);
	return 0;
}
