#ifndef INLINE_SUM_H
#define INLINE_SUM_H

#pragma GCC diagnostic push

/* A header with regions in static inline functions. */
static inline long inline_sum(const int *v, int n)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum) schedule(static, 7)
	for (int i = 0; i < n; i++)
		sum += v[i];
	return sum;
}

static inline void inline_fill(int *v, int n, int value)
{
	int i;
#pragma omp parallel for private(i)
	for (i = 0; i < n; i++)
		v[i] = value;
}

#pragma GCC diagnostic pop
#endif
