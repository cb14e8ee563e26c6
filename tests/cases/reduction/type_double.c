// reduction: every operator that double has, with exact values; min and max reach the largest finite values and infinity.
// expect: plus 100.5 minus 10.25 times 96
// expect: land 1 0 lor 1 0
// expect: min 1 max 1 inf 1
#include <float.h>
#include <math.h>
#include <omp.h>
#include <stdio.h>

int main(void)
{
	double plus = 10.5, minus = 100.25, times = 3, land = 1, no = 1, lor = 0, nor = 0, min = 50, max = 2, infinite = 0;
	const double highest = DBL_MAX;

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
			double v = i == 7 ? -highest : i == 2 ? highest : (double)(20 + i);
			if (v < min)
				min = v;
			max = max < v ? v : max;
			if (i == 5)
				infinite = INFINITY;
		}
	}
	printf("plus %g minus %g times %g\n", plus, minus, times);
	printf("land %g %g lor %g %g\n", land, no, lor, nor);
	printf("min %d max %d inf %d\n", min == -highest, max == highest, infinite > highest);
	return 0;
}
