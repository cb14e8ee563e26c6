// Two functions, and two blocks of one function, with regions and local types of the same names.
// expect: 10 40 2 1000
#include <stdio.h>

static int first(void)
{
	struct data {
		int v;
	} d = {10};
	int out = 0;
#pragma omp parallel firstprivate(d)
#pragma omp single
	out = d.v;
	return out;
}

static int second(void)
{
	struct data {
		double w;
		int v[4];
	} d = {1.0, {10, 10, 10, 10}};
	int out = 0;
#pragma omp parallel for firstprivate(d) reduction(+ : out)
	for (int i = 0; i < 4; i++)
		out += d.v[i];
	return out;
}

int main(void)
{
	int a = 0;
	long b = 0;
	{
		typedef short data;
		data x = 2;
#pragma omp parallel firstprivate(x)
#pragma omp single
		a = x;
	}
	{
		typedef struct {
			long data[10];
		} data;
		data x = {{0}};
		for (int i = 0; i < 10; i++)
			x.data[i] = 100;
#pragma omp parallel for shared(x) reduction(+ : b)
		for (int i = 0; i < 10; i++) {
			data *y = &x;
			b += y->data[i];
		}
	}
	printf("%d %d %d %ld\n", first(), second(), a, b);
	return 0;
}
