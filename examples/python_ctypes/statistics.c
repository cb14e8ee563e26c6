/*
 * statistics.c - a C library with threads, for Python: no OpenMP is seen from outside.
 *
 *     ppcc -O2 -fopenmp -fPIC -shared statistics.c -o libstatistics.so -lm
 */
#include <math.h>
#include <stddef.h>

/* The mean of n values, n above 0. */
double mean(const double *values, size_t n)
{
	double sum = 0.0;

	#pragma omp parallel for reduction(+ : sum)
	for (size_t i = 0; i < n; i++)
		sum += values[i];
	return sum / (double)n;
}

/* Writes the mean of each value's neighbourhood (radius values to both sides, fewer at the ends) to smooth. */
void moving_mean(const double *values, double *smooth, size_t n, size_t radius)
{
	#pragma omp parallel for schedule(static)
	for (size_t i = 0; i < n; i++) {
		size_t first = i < radius ? 0 : i - radius, last = i + radius < n ? i + radius + 1 : n;
		double sum = 0.0;

		for (size_t j = first; j < last; j++)
			sum += values[j];
		smooth[i] = sum / (double)(last - first);
	}
}
