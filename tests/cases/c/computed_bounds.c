// Loop bounds and steps that are calls, members, array elements, pointers' targets and conditional expressions.
// expect: 4950 2450 45 45 1225 10
#include <stdio.h>
#include <string.h>

struct grid {
	int n, *limits;
	struct grid *inner;
};

static int twice(int x)
{
	return 2 * x;
}

int main(void)
{
	int limits[2] = {10, 50}, calls = 0, *bound = &limits[0];
	struct grid inner = {50, limits, NULL}, outer = {100, limits, &inner}, *g = &outer;
	long a = 0, b = 0, c = 0, d = 0, e = 0;
	const char *text = "0123456789";

#pragma omp parallel for reduction(+ : a)
	for (int i = 0; i < g->inner->n + twice(25); i++)
		a += i;
#pragma omp parallel for reduction(+ : b)
	for (int i = 0; i < g->n; i += g->n > 10 ? twice(1) : 1)
		b += i;
#pragma omp parallel for reduction(+ : c)
	for (int i = 0; i < *bound; i++)
		c += i;
#pragma omp parallel for reduction(+ : d)
	for (size_t i = 0; i < strlen(text); i++)
		d += text[i] - '0';
#pragma omp parallel for reduction(+ : e)
	for (int i = g->limits[1] - 1; i >= 0; --i)
		e += i;
#pragma omp parallel for reduction(+ : calls)
	for (const char *p = text; p < text + sizeof "0123456789" - 1; p++)
		calls += *p >= '0';
	printf("%ld %ld %ld %ld %ld %d\n", a, b, c, d, e, calls);
	return 0;
}
