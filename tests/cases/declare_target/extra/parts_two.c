#include "shared_parts.h"

struct point {
	double where[3];
};
enum { LIMIT = 7 };

static double later(struct point p);

int linked[8];

#pragma omp declare target
static const char *const names[] = {"sun", "mon", "tue"};

static double helper(double value)
{
	struct point p = {{value, LIMIT, 1}};
	return later(p);
}

int collatz(int n, int *steps)
{
	for (*steps = 0; n != 1; ++*steps)
		n = n % 2 ? 3 * n + 1 : n / 2;
	return n;
}

double via_others(double *values, int count)
{
	double own[2] = {10, 20}, result = 0;
	exchange(&own[0], &own[1]);
	exchange(own, values);
	result = total(values, count) + total(own, 2) + *element(own, 1);
	return helper(result);
}

void rows_add(int rows, int columns, double (*matrix)[columns], double what)
{
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < columns; j++)
			matrix[i][j] += what;
}

int weekday(int day)
{
	return names[day][0] * 1000 + names[day][2];
}

double dot(const float *a, const float *b, int n)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

int linked_sum(void)
{
	int sum = 0;
	for (int i = 0; i < 8; i++)
		sum += linked[i];
	return sum;
}
#pragma omp end declare target

static double later(struct point p)
{
	return p.where[0] + p.where[1] + p.where[2];
}
