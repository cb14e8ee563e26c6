// Lines with #if, #define and #undef inside a region; what an inactive branch names is not captured.
// expect: 5050 8
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int bias = 1, eight = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
#define TERM(x) ((x) + bias)
#if defined(NEVER_DEFINED)
		sum += undeclared_name + bias;
#elif __STDC__ && !defined NEVER_DEFINED
		sum += TERM(i);
#else
#error never
#endif
#undef TERM
	}
#define TERM 8
#pragma omp parallel
	{
#undef TERM
#define TERM (bias * 8)
#pragma omp single
		eight = TERM;
	}
	printf("%ld %d\n", sum, eight);
	return 0;
}
