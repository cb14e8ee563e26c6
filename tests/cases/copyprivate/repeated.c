// copyprivate: in a loop of constructs each thread gets the value of that turn, not of another.
// expect: wrong 0 sum 1225
#include <omp.h>
#include <stdio.h>

static int next_value;

static int input(void)
{
	int value;
	#pragma omp single copyprivate(value)
	value = next_value++;
	return value;
}

int main(void)
{
	int wrong = 0, total = 0;
	#pragma omp parallel num_threads(5) reduction(+: wrong)
	{
		int sum = 0;
		for (int k = 0; k < 50; k++) {
			int v = input();
			wrong += v != k || omp_get_num_threads() != 5;
			sum += v;
		}
		#pragma omp single
		total = sum;
	}
	printf("wrong %d sum %d\n", wrong + (input() != 50), total);
	return 0;
}
