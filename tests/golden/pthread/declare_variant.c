#include <stdio.h>

static int accurate;

void step_parallel(double *v, int n)
{
	#pragma omp for
	for (int i = 0; i < n; i++)
		v[i] *= 2;
}

void step_accurately(double *v, int n)
{
	for (int i = 0; i < n; i++)
		v[i] = v[i] * 2.0;
}

#pragma omp declare variant(step_parallel) match(construct = {parallel})
#pragma omp declare variant(step_accurately) match(user = {condition(accurate)})
void step(double *v, int n)
{
	for (int i = 0; i < n; i++)
		v[i] += v[i];
}

#pragma omp begin declare variant match(device = {kind(gpu)})
void report(const double *v) { __gpu_print(v); }
#pragma omp end declare variant

#pragma omp begin declare variant match(construct = {single})
void report(const double *v) { printf("one thread says %g\n", v[0]); }
#pragma omp end declare variant

void report(const double *v) { printf("%g\n", v[0]); }

void run(double *v, int n)
{
	step(v, n);
	#pragma omp parallel
	{
		step(v, n);
		#pragma omp single
		report(v);
	}
	report(v);
}
