// Functions that a macro defines whole, with their regions written as _Pragma.
// expect: 4950 4950 1225.0
#include <stdio.h>

#define DEFINE_SUM(name, type)                                                                                         \
	static type name(const type *v, int n)                                                                         \
	{                                                                                                              \
		type sum = 0;                                                                                          \
		_Pragma("omp parallel for reduction(+ : sum)")                                                         \
		for (int i = 0; i < n; i++)                                                                            \
			sum += v[i];                                                                                   \
		return sum;                                                                                            \
	}

DEFINE_SUM(sum_int, int)
DEFINE_SUM(sum_long, long)
DEFINE_SUM(sum_double, double)

int main(void)
{
	int a[100];
	long b[100];
	double c[50];

	for (int i = 0; i < 100; i++)
		b[i] = a[i] = i;
	for (int i = 0; i < 50; i++)
		c[i] = i;
	printf("%d %ld %.1f\n", sum_int(a, 100), sum_long(b, 100), sum_double(c, 50));
	return 0;
}
