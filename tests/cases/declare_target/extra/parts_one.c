#include "shared_parts.h"

enum { LIMIT = 4 };
struct point {
	int x, y;
};

#pragma omp declare target
double factor = 0.5;
int squares[] = {0, 1, 4, 9, 16, 25};
static int counter = 40;

static double helper(double value)
{
	return value * factor;
}

double total(const double *values, int count)
{
	double sum = 0;
	#pragma omp simd reduction(+: sum)
	for (int i = 0; i < count; i++)
		sum += helper(values[i]);
	return sum;
}

double total_of(struct span span)
{
	return total(span.first, span.count);
}

double *element(double *values, int i)
{
	return i < 0 ? values : values + i;
}

void exchange(double *a, double *b)
{
	double *const from = a;
	double kept = *from;
	*from = *b;
	*b = kept;
}

int next_number(void)
{
	struct point p = {counter++, LIMIT};
	return p.x + p.y;
}
#pragma omp end declare target
