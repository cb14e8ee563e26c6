// Captured variables as macro arguments that the macro evaluates twice, swaps, increments, takes the address of and passes on.
// expect: 4950 7 3 81 10 5
#include <stdio.h>

#define SWAP(type, a, b) do { type t_ = (a); (a) = (b); (b) = t_; } while (0)
#define SQUARE(x) ((x) * (x))
#define INC(x) (++(x))
#define TWICE(m, x) (m(x), m(x))
#define APPLY(f, ...) f(__VA_ARGS__)
#define IDENTITY(x) x
#define RAISE(x, n) APPLY(raise_to, IDENTITY(&) x, IDENTITY(IDENTITY(n)))

static void raise_to(int *x, int n)
{
	*x = n;
}

int main(void)
{
	int a = 3, b = 7, three = 9, count = 8, five = 0;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		long i0 = i, none = 0;
		SWAP(long, i0, none);
		sum += none + SQUARE(i0);
	}
#pragma omp parallel
	{
#pragma omp single
		{
			SWAP(int, a, b);
			three = SQUARE(three);
			TWICE(INC, count);
			RAISE(five, 5);
		}
	}
	printf("%ld %d %d %d %d %d\n", sum, a, b, three, count, five);
	return 0;
}
