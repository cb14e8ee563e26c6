// default(none): listed variables, constants, predetermined statics in the region, indices and functions are all accepted.
// expect: sum 285 in 10 product 6
#include <omp.h>
#include <stdio.h>

static int square(int x)
{
	return x * x;
}

int main(void)
{
	int i, sum = 0, in = 0, n = 10, product = 1;
	#pragma omp parallel for default(none) shared(n, in) reduction(+: sum) private(i)
	for (i = 0; i < n; i++) {
		int mine = square(i);
		sum += mine;
		#pragma omp atomic
		in++;
	}
	#pragma omp parallel default(none) shared(product) num_threads(2)
	{
		#pragma omp for
		for (int k = 1; k < 4; k++) {
			#pragma omp atomic
			product *= k * (omp_get_num_threads() - 1);
		}
	}
	printf("sum %d in %d product %d\n", sum, in, product);
	return 0;
}
