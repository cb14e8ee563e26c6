/* Functions that get the addresses of variables of the iteration, and that have tables of their own. */
// offloads: 6
#include <stdio.h>

struct range {
	int low, high;
};

static double forces[20][3];
static long total;

static unsigned long next(unsigned long *state)
{
	*state = *state * 2806196910506780709UL + 1;
	return *state >> 33;
}

static double draw(unsigned long *state)
{
	return (double)(next(state) & 1023) / 1024;
}

static void clear(double v[3])
{
	v[0] = v[1] = v[2] = 0;
}

static void widen(int x, struct range *range, int *changes)
{
	if (x < range->low)
		range->low = x, ++*changes;
	if (x > range->high)
		range->high = x, ++changes[0];
}

static int find(const int *values, int n, int x)
{
	static const int bias[] = {1, 2, 3};
	static const double scale = 2;
	int low = 0, high = n;
	while (low < high) {
		int middle = (low + high) / 2;
		if (values[middle] < x)
			low = middle + 1;
		else
			high = middle;
	}
	return (int)(low * scale) + bias[x % 3];
}

static void add(long *sum, long x)
{
	#pragma omp atomic
	*sum += x;
}

int main(void)
{
	unsigned long verification = 0;
	int values[50], best = 0, found = 0;
	for (int i = 0; i < 50; i++)
		values[i] = 2 * i;
	#pragma omp parallel for reduction(+ : verification)
	for (int i = 0; i < 1000; i++) {
		unsigned long state = i + 1;
		double e = draw(&state);
		verification += e > 0.5 ? next(&state) % 7 : 1;
	}
	#pragma omp parallel for
	for (int i = 0; i < 20; i++)
		clear(forces[i]);
	#pragma omp parallel for reduction(+ : found)
	for (int i = 0; i < 20; i++) {
		struct range range = {1000, -1000};
		int changes = 0, *p = &changes;
		double v[3];
		clear(v);
		for (int j = 0; j < 5; j++)
			widen((i * 7 + j * 3) % 11, &range, &changes);
		*p += 1;
		found += range.high - range.low + changes + (int)v[2];
	}
	#pragma omp parallel for reduction(+ : found)
	for (int i = 0; i < 20; i++)
		found += find(values, 50, i);
	#pragma omp parallel for reduction(max : best)
	for (int i = 0; i < 50; i++)
		if (values[i] % 17 > best)
			best = values[i] % 17;
	#pragma omp parallel for
	for (int i = 0; i < 50; i++)
		add(&total, values[i]); // remark: it calls 'add'
	/* each has a count of its own */
	#pragma omp parallel for reduction(+ : found)
	for (int i = 0; i < 10; i++) {
		int count;
		for (count = 0; count < i; count++)
			found += values[count] & 2;
		for (count = i; count > 3; count -= 2)
			found++;
	}
	printf("%lu %d %d %ld %g\n", verification, found, best, total, forces[19][2]);
	return 0;
}
