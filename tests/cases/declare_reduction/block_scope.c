// declare reduction: a declaration in a block hides the one outside and ends with the block; types may be local too.
// expect: outside 15 inside 120 after 15 local 4 10
#include <stdio.h>

#pragma omp declare reduction(op: int: omp_out += omp_in) initializer(omp_priv = 0)

static int inside(void)
{
	#pragma omp declare reduction(op: int: omp_out *= omp_in) initializer(omp_priv = 1)
	int x = 1;
	#pragma omp parallel for num_threads(3) reduction(op: x)
	for (int i = 1; i < 6; i++)
		x *= i;
	return x;
}

static int outside(void)
{
	int x = 0;
	#pragma omp parallel for num_threads(3) reduction(op: x)
	for (int i = 1; i < 6; i++)
		x += i;
	return x;
}

int main(void)
{
	struct local {
		int n, sum;
	} l = {0, 0};
	#pragma omp declare reduction(op: struct local: omp_out.n += omp_in.n, omp_out.sum += omp_in.sum) initializer(omp_priv = {0, 0})
	int before = outside(), in = inside(), after = outside();
	#pragma omp parallel for num_threads(2) reduction(op: l)
	for (int i = 1; i < 5; i++) {
		l.n++;
		l.sum += i;
	}
	printf("outside %d inside %d after %d local %d %d\n", before, in, after, l.n, l.sum);
	return 0;
}
