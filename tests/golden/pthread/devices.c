#include <stdlib.h>

struct vector {
	int n;
	double *data;
};

#pragma omp declare mapper(struct vector v) map(v, v.data[0:v.n])

static double total[4];
#pragma omp declare target(total)

void scale(struct vector *v, double *x, int n, int big)
{
	double sum = 0;
	#pragma omp target data map(to: x[0:n]) if(big)
	{
		#pragma omp target teams distribute parallel for map(tofrom: v[0:1]) reduction(+: sum) nowait depend(inout: v[0])
		for (int i = 0; i < n; i++) {
			v->data[i] *= x[i];
			sum += x[i];
		}
		#pragma omp taskwait
	}
	total[0] = sum;
	#pragma omp target update to(total[0:2:2]) device(big)
}

struct vector *create(int n)
{
	struct vector *v = malloc(sizeof *v);
	v->data = malloc(n * sizeof *v->data);
	v->n = n;
	#pragma omp target enter data map(to: v->n, v->data[0:n])
	return v;
}

void call(double *x, int n, void (*library)(double *, int))
{
	#pragma omp target data use_device_ptr(x)
	library(x, n);
}
