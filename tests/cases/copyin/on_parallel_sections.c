// copyin: on parallel sections and parallel masked the threads that run the blocks have the primary thread's value.
// expect: 21 21 21
#include <stdio.h>

static int value = 1;
#pragma omp threadprivate(value)

int main(void)
{
	int a = 0, b = 0, c = 0;
	value = 21;
	#pragma omp parallel sections copyin(value) num_threads(3)
	{
		#pragma omp section
		a = value;
		#pragma omp section
		b = value;
	}
	#pragma omp parallel masked filter(2) copyin(value) num_threads(3)
	c = value;
	printf("%d %d %d\n", a, b, c);
	return 0;
}
