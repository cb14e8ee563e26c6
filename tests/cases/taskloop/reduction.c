// Reductions of taskloop, taskloop simd and their combined forms, with operators, arrays and declared reductions.
// expect: sum 4950 product 1024 max 97 all 1 array 10 20 30 simd 4950 combined 4950 pair 4950 100
#include <stdio.h>

struct pair {
	int sum, count;
};
#pragma omp declare reduction(add : struct pair : omp_out.sum += omp_in.sum, omp_out.count += omp_in.count) initializer(omp_priv = {0, 0})

static long global_sum;

int main(void)
{
	double product = 1;
	int max = -1, all = 1, array[3] = {0}, simd = 0, combined = 0;
	struct pair pair = {0, 0};
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop reduction(+ : global_sum, array) reduction(max : max) reduction(&& : all)
		for (int i = 0; i < 100; i++) {
			global_sum += i;
			if (i * 37 % 98 > max)
				max = i * 37 % 98;
			all = all && i >= 0;
			if (i < 10)
				for (int k = 0; k < 3; k++)
					array[k] += k + 1;
		}
		#pragma omp taskloop reduction(* : product) num_tasks(3)
		for (int i = 0; i < 10; i++)
			product *= 2;
		#pragma omp taskloop simd reduction(+ : simd) grainsize(7)
		for (int i = 0; i < 100; i++)
			simd += i;
		#pragma omp taskloop reduction(add : pair)
		for (int i = 0; i < 100; i++) {
			pair.sum += i;
			pair.count++;
		}
	}
	#pragma omp parallel master taskloop reduction(+ : combined)
	for (int i = 0; i < 100; i++)
		combined += i;
	printf("sum %ld product %g max %d all %d array %d %d %d simd %d combined %d pair %d %d\n", global_sum, product, max, all, array[0], array[1],
	       array[2], simd, combined, pair.sum, pair.count);
	return 0;
}
