// Variadic macros pass captured variables on, by __VA_ARGS__ and with no arguments at all.
// expect: sum 4950
// expect: done
// expect: 6 1
#include <stdio.h>

#define SAY(...) printf(__VA_ARGS__)
#define ADD3(to, ...) add(&(to), __VA_ARGS__)
#define FIRST(first, ...) (first)
#define CALL(f, ...) f(__VA_ARGS__)

static void add(int *to, int a, int b, int c)
{
	*to += a + b + c;
}

static int one(void)
{
	return 1;
}

int main(void)
{
	int sum = 0, six = 0, a = 1, b = 2, c = 3, result = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += FIRST(i, a, b);
#pragma omp parallel
	{
#pragma omp single
		{
			SAY("sum %d\n", sum);
			SAY("done\n");
			ADD3(six, a, b, c);
			result = CALL(one);
		}
	}
	printf("%d %d\n", six, result);
	return 0;
}
