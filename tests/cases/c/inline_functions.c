// A region in an inline function with external linkage, and in one that is always inlined.
// expect: 4950 4950
#include <stdio.h>

long sum_to(int n);

inline long sum_to(int n)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += i;
	return sum;
}

extern inline long sum_to(int n);

__attribute__((always_inline)) static inline void add(long *to, int n)
{
#pragma omp parallel for
	for (int i = 0; i < n; i++)
#pragma omp atomic
		*to += i;
}

int main(void)
{
	long other = 0;

	add(&other, 100);
	printf("%ld %ld\n", sum_to(100), other);
	return 0;
}
