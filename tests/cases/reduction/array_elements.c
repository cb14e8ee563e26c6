// reduction: a fixed array is reduced element by element, each with its own starting value.
// expect: 20 40 60 80
// expect: 1 8 64 512
// expect: max 9 19 29
#include <stdio.h>

int main(void)
{
	int sum[4] = {10, 20, 30, 40}, max[3] = {0, 15, 29};
	double product[4] = {1, 1, 1, 1};
	#pragma omp parallel for num_threads(3) reduction(+: sum) reduction(*: product) reduction(max: max)
	for (int i = 0; i < 10; i++) {
		for (int k = 0; k < 4; k++)
			sum[k] += k + 1;
		if (i < 3)
			for (int k = 1; k < 4; k++)
				product[k] *= 1 << k;
		for (int k = 0; k < 3; k++)
			if (max[k] < i + 10 * k)
				max[k] = i + 10 * k;
	}
	printf("%d %d %d %d\n", sum[0], sum[1], sum[2], sum[3]);
	printf("%g %g %g %g\n", product[0], product[1], product[2], product[3]);
	printf("max %d %d %d\n", max[0], max[1], max[2]);
	return 0;
}
