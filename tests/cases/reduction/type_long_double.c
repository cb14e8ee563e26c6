// reduction: every operator that long double has, with exact values; min and max reach the largest finite values and infinity.
// libs: -latomic
// expect: plus 100.5 minus 10.25 times 96
// expect: land 1 0 lor 1 0
// expect: min 1 max 1 inf 1
#include <float.h>
#include <math.h>
#include <omp.h>
#include <stdio.h>

int main(void)
{
	long double plus = 10.5L, minus = 100.25L, times = 3, land = 1, no = 1, lor = 0, nor = 0, min = 50, max = 2, infinite = 0;
	const long double highest = LDBL_MAX;

	#pragma omp parallel num_threads(3)
	{
		#pragma omp for reduction(+: plus) reduction(-: minus) reduction(*: times)
		for (int i = 0; i < 10; i++) {
			plus += 6 + omp_get_num_threads();
			minus -= 9;
			times *= i % 2 ? 2 : 1;
		}
		#pragma omp for reduction(&&: land, no) reduction(||: lor, nor)
		for (int i = 0; i < 9; i++) {
			land = land && i + 1;
			no = no && i != 8;
			lor = lor || i == 4;
			nor = nor || i == 9;
		}
		#pragma omp for reduction(min: min) reduction(max: max, infinite) schedule(static, 1)
		for (int i = 0; i < 9; i++) {
			long double v = i == 7 ? -highest : i == 2 ? highest : (long double)(20 + i);
			if (v < min)
				min = v;
			max = max < v ? v : max;
			if (i == 5)
				infinite = INFINITY;
		}
	}
	printf("plus %Lg minus %Lg times %Lg\n", plus, minus, times);
	printf("land %Lg %Lg lor %Lg %Lg\n", land, no, lor, nor);
	printf("min %d max %d inf %d\n", min == -highest, max == highest, infinite > highest);
	return 0;
}
