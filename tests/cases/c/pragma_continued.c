// Pragmas continued over lines with backslashes, also in the middle of words' gaps and before the first clause.
// expect: 4950 9900 15
#include <stdio.h>

int main(void)
{
	long a = 0, b = 0;
	int bits = 0;

#pragma omp parallel for \
	reduction(+ \
		: a, \
		  b) \
	schedule( \
		static, \
		3 \
	)
	for (int i = 0; i < 100; i++) {
		a += i;
		b += 2 * i;
	}
#pragma \
  omp \
    parallel \
      for \
        reduction(|: \
                  bits)
	for (int i = 0; i < 4; i++)
		bits |= 1 << i;
	printf("%ld %ld %d\n", a, b, bits);
	return 0;
}
