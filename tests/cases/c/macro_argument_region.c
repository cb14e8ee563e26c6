// Whole regions as arguments of macros, and a macro that puts a statement of the user's under its own pragma.
// expect: 4950 100 7 12
#include <stdio.h>

#define RUN(...) __VA_ARGS__
#define ONCE(...) _Pragma("omp single") __VA_ARGS__
#define IN_PARALLEL(...) do { _Pragma("omp parallel") { __VA_ARGS__ } } while (0)

int main(void)
{
	long sum = 0;
	int n = 100, count = 0, seven = 0, twelve = 0;

	RUN(
		_Pragma("omp parallel for reduction(+ : sum)")
		for (int i = 0; i < n; i++)
			sum += i;
	)
	IN_PARALLEL(
		int one = 1;
		_Pragma("omp for reduction(+ : count)")
		for (int i = 0; i < n; i++)
			count += one;
		ONCE(seven = 7;)
	);
	IN_PARALLEL(ONCE({ int pair[] = {seven, 5}; twelve = pair[0] + pair[1]; }));
	printf("%ld %d %d %d\n", sum, count, seven, twelve);
	return 0;
}
