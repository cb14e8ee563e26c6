// declare reduction: one directive for several types makes an operator for each of them.
// expect: -9 -900000000000 -4.5 3
#include <stdio.h>
#include <stdlib.h>

#pragma omp declare reduction(farthest: int, long long, double: \
	omp_out = (omp_in < 0 ? -omp_in : omp_in) > (omp_out < 0 ? -omp_out : omp_out) ? omp_in : omp_out) initializer(omp_priv = 0)

int main(void)
{
	int a = 3, n = 0;
	long long b = 0;
	double c = 1;
	int ints[6] = {1, -2, 8, -9, 4, 5};
	#pragma omp parallel for num_threads(3) reduction(farthest: a, b, c) reduction(+: n) schedule(static, 1)
	for (int i = 0; i < 6; i++) {
		n += i % 2;
		if (abs(ints[i]) > abs(a))
			a = ints[i];
		if (llabs(ints[i] * 100000000000LL) > llabs(b))
			b = ints[i] * 100000000000LL;
		if (ints[i] * 0.5 * (ints[i] < 0 ? -1 : 1) > (c < 0 ? -c : c))
			c = ints[i] * 0.5;
	}
	printf("%d %lld %g %d\n", a, b, c, n);
	return 0;
}
