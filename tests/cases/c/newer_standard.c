// A -std=c2x file: attributes in brackets, labels before declarations, empty initialisers and binary constants.
// flags: -std=c2x
// expect: 4950 1 0 255
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int one = 0, zero = 1, wide = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		[[maybe_unused]] int spare = i;
		_Static_assert(sizeof(int) >= 2);
		sum += i;
	}
#pragma omp parallel
	{
#pragma omp single
		{
			switch (one) {
			case 0:
				one = 1;
				[[fallthrough]];
			default:
				zero = 0;
			}
			wide = 0b11111111;
		}
	}
	printf("%ld %d %d %d\n", sum, one, zero, wide);
	return 0;
}
