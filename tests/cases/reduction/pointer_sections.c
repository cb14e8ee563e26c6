// reduction: sections of pointers p[:n] and p[lo:n], of parameters, and with a length known only at run time.
// expect: 106 107 108 109 4
// expect: 0 24 30 0
// expect: threads 3
#include <stdio.h>
#include <stdlib.h>

static int threads;

static void add(long *p, int n)
{
	#pragma omp parallel num_threads(3) reduction(+: p[:n]) reduction(+: threads)
	{
		threads++;
		for (int i = 0; i < n; i++)
			p[i] += 2;
	}
}

static void times(double v[], int lo, int n)
{
	#pragma omp parallel for reduction(*: v[lo:n]) schedule(static, 1) num_threads(2)
	for (int i = 0; i < 3; i++)
		for (int k = lo; k < lo + n; k++)
			v[k] *= 2;
}

int main(void)
{
	long *p = malloc(5 * sizeof *p);
	double v[4] = {0, 3, 3.75, 0};
	if (!p)
		return 1;
	for (int i = 0; i < 5; i++)
		p[i] = 100 + i;
	p[4] = 4;
	add(p, 4);
	printf("%ld %ld %ld %ld %ld\n", p[0], p[1], p[2], p[3], p[4]);
	times(v, 1, 2);
	printf("%g %g %g %g\n", v[0], v[1], v[2], v[3]);
	printf("threads %d\n", threads);
	free(p);
	return 0;
}
