// reduction: the private copy's address may be taken and passed on; compound expressions and ++ and -- update it.
// expect: 110 -50 2048
#include <stdio.h>

static void add(int *where, int n)
{
	*where += n;
}

int main(void)
{
	int up = 10, down = 0;
	long product = 2;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for reduction(+: up, down) schedule(dynamic)
		for (int i = 0; i < 50; i++) {
			int *p = &up;
			++*p;
			add(&up, 1);
			down--;
		}
		#pragma omp for reduction(*: product)
		for (int i = 0; i < 10; i++)
			product <<= 1;
	}
	printf("%d %d %ld\n", up, down, product);
	return 0;
}
