// reduction: each private copy starts with the operator's identity, at the ends of the type for min and max.
// expect: wrong 0 threads 4
// expect: min -3 max 4.5 umax 3000000000 cmin -100 lmax -9000000000
#include <float.h>
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int plus = 9, times = 9, wrong = 0, n = 0, min = 5, land = 1, lor = 0;
	unsigned and = 0xffu, or = 1, xor = 1, umax = 7;
	double max = -DBL_MAX;
	signed char cmin = 10;
	long long lmax = LLONG_MIN;
	_Bool flag = 1;
	#pragma omp parallel num_threads(4) reduction(+: plus, wrong, n) reduction(*: times) reduction(min: min, cmin) \
		reduction(&: and) reduction(|: or) reduction(^: xor) reduction(max: umax, max, lmax) reduction(&&: land, flag) reduction(||: lor)
	{
		n++;
		wrong += plus != 0 || times != 1 || min != INT_MAX || and != UINT_MAX || or != 0 || xor != 0 || umax != 0;
		wrong += max > -DBL_MAX || cmin != SCHAR_MAX || lmax != LLONG_MIN || !land || lor || !flag;
		if (min > -3)
			min = -3;
		if (max < 4.5)
			max = 4.5;
		if (umax < 3000000000u)
			umax = 3000000000u;
		if (cmin > -100)
			cmin = -100;
		if (lmax < -9000000000)
			lmax = -9000000000;
	}
	printf("wrong %d threads %d\n", wrong, n);
	printf("min %d max %g umax %u cmin %d lmax %lld\n", min, max, umax, cmin, lmax);
	return 0;
}
