// Names made by token pasting are captured: read, written, reduced, and declared inside the region.
// expect: 10 20 4950 99
#include <stdio.h>

#define VAR(name, n) name##n
#define SET(name, n, value) (VAR(name, n) = (value))
#define DECLARE(type, name) type my_##name = (type)name

int main(void)
{
	int value1 = 0, value2 = 0, sum3 = 0, limit = 100, most = 0;

#pragma omp parallel
	{
#pragma omp sections
		{
#pragma omp section
			SET(value, 1, 10);
#pragma omp section
			SET(value, 2, 20);
		}
#pragma omp for reduction(+ : sum3)
		for (int i = 0; i < VAR(lim, it); i++)
			VAR(sum, 3) += i;
		DECLARE(long, limit);
#pragma omp critical
		most = (int)my_limit - 1;
	}
	printf("%d %d %d %d\n", value1, value2, sum3, most);
	return 0;
}
