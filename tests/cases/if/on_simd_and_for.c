// if: on simd, and an unnamed if on parallel for simd, leaves the results as they are in both outcomes.
// expect: 45 45 90 90
#include <stdio.h>

static int alone(int yes)
{
	int sum = 0;
	#pragma omp simd if(yes) reduction(+: sum)
	for (int i = 0; i < 10; i++)
		sum += i;
	return sum;
}

static int together(int yes)
{
	int sum = 0;
	#pragma omp parallel for simd if(yes) num_threads(3) reduction(+: sum)
	for (int i = 0; i < 10; i++)
		sum += 2 * i;
	return sum;
}

int main(void)
{
	printf("%d %d %d %d\n", alone(0), alone(1), together(0), together(1));
	return 0;
}
