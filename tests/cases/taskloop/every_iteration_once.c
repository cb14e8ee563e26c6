// taskloop runs every iteration once, however the iterations are divided: grainsize, num_tasks, strict, collapse, strides.
// expect: plain 100 grain 100 strict 100 tasks 100 none 0 nest 60 stride 34 down 50
// reference: gcc because clang 19 does not know strict before version 5.1
#include <stdio.h>

static int count(const int *hits, int n)
{
	int once = 0;
	for (int i = 0; i < n; i++)
		once += hits[i] == 1;
	return once;
}

int main(void)
{
	int a[100] = {0}, b[100] = {0}, c[100] = {0}, d[100] = {0}, none = 0, nest[60] = {0}, stride[100] = {0}, down[50] = {0}, n = 100;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop
		for (int i = 0; i < 100; i++)
			a[i]++;
		#pragma omp taskloop grainsize(7)
		for (int i = 0; i < n; i++)
			b[i]++;
		#pragma omp taskloop grainsize(strict: 9)
		for (unsigned char i = 0; i < 100; i++)
			c[i]++;
		#pragma omp taskloop num_tasks(11) shared(d)
		for (int i = n; i > 0; i--)
			d[i - 1]++;
		#pragma omp taskloop
		for (int i = 5; i < 5; i++)
			none++;
		#pragma omp taskloop collapse(3) num_tasks(n / 10)
		for (int i = 0; i < 3; i++)
			for (int j = 10; j > 0; j -= 2)
				for (long k = 0; k <= 3; k++)
					nest[(i * 5 + (j / 2 - 1)) * 4 + k]++;
		#pragma omp taskloop
		for (int i = 0; i < n; i += 3)
			stride[i]++;
		#pragma omp taskloop grainsize(4)
		for (int *p = down + 49; p >= down; p--)
			++*p;
	}
	printf("plain %d grain %d strict %d tasks %d none %d nest %d stride %d down %d\n", count(a, 100), count(b, 100), count(c, 100), count(d, 100),
	       none, count(nest, 60), count(stride, 100), count(down, 50));
	return 0;
}
