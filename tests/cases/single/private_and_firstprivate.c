// single: private and firstprivate variables are copies of the executing thread.
// expect: sum 42 x 40 y 1
#include <stdio.h>

int main(void)
{
	int x = 40, y = 1, sum = 0, team = 0;
	#pragma omp parallel num_threads(3) shared(x, y)
	{
		#pragma omp atomic
		team++;
		#pragma omp single firstprivate(x) private(y)
		{
			y = 2;
			x += y;
			sum = x;
		}
	}
	printf("sum %d x %d y %d\n", sum + team - 3, x, y);
	return 0;
}
