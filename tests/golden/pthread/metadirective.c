#include <stdio.h>

#define BIG (1 << 20)

/* Not on a device, and worth it: the second variant is chosen while the program is translated. */
double sum(const double *v)
{
	double s = 0;
	#pragma omp metadirective \
		when(device = {kind(gpu)} : target teams distribute parallel for reduction(+ : s)) \
		when(user = {condition(BIG > 1000)} : parallel for reduction(+ : s)) \
		otherwise(simd reduction(+ : s))
	for (int i = 0; i < BIG; i++)
		s += v[i];

	#pragma omp metadirective when(construct = {parallel} : barrier)
	return s;
}

/* Chosen when the program runs: the loop is written once for each. */
void scale(double *v, int n, double by)
{
	#pragma omp metadirective when(user = {condition(n > 10000)} : parallel for) when(user = {condition(n > 100)} : simd)
	for (int i = 0; i < n; i++) {
		if (v[i] < 0)
			goto next;
		v[i] *= by;
	next:;
	}
}
