// Captured names in sizeof, __typeof__, _Alignof, _Static_assert and __builtin_types_compatible_p operands.
// expect: 400 8 4 1 4950 16
#include <stdio.h>

#define SIZE(a) (sizeof(a) / sizeof *(a))

struct pair {
	long a, b;
};

int main(void)
{
	int v[100], small = 3;
	double d = 2.5;
	struct pair p = {1, 2};
	unsigned long whole = 0, width = 0, alignment = 0, member = 0;
	int same = 0;
	long sum = 0;

	(void)d;
#pragma omp parallel for reduction(+ : sum)
	for (unsigned i = 0; i < SIZE(v); i++) {
		__typeof__(v[0]) value = (int)i;
		_Static_assert(sizeof v == 100 * sizeof(int), "the array, not a pointer");
		v[i] = value;
		sum += v[i];
	}
#pragma omp parallel
#pragma omp single
	{
		__typeof__(small) copy = small;
		whole = sizeof v;
		width = sizeof(d * copy);
		alignment = _Alignof(__typeof__(small));
		same = __builtin_types_compatible_p(__typeof__(p), struct pair) && sizeof(int[copy]) == 12;
		member = sizeof p;
	}
	printf("%lu %lu %lu %d %ld %lu\n", whole, width, alignment, same, sum, member);
	return 0;
}
