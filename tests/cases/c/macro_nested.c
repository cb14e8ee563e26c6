// Macros that call macros reach captured names three levels down, as value, as written object and as address.
// expect: 9900 42 42
#include <stdio.h>

#define INNER(v) ((v) + bias)
#define MIDDLE(v) INNER(INNER(v) - bias)
#define OUTER(v) (MIDDLE(v) - bias)
#define TARGET destination
#define STORE(v) (*&TARGET = (v))
#define ADDRESS_OF(v) (&(v))

static void put(int *where, int what)
{
	*where = what;
}

int main(void)
{
	int bias = 3, destination = 0, other = 0;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += 2 * OUTER(i);
#pragma omp parallel
	{
#pragma omp single
		{
			STORE(INNER(39));
			put(ADDRESS_OF(other), 42);
		}
	}
	printf("%ld %d %d\n", sum, destination, other);
	return 0;
}
