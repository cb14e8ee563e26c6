// loops: start, bound and step may be calls, array elements, members, casts, conditionals and parenthesised expressions.
// expect: 10 5 4 6 3 2
#include <stdio.h>

struct range {
	int low, high, step;
};

static int twice(int x)
{
	return 2 * x;
}

int main(void)
{
	struct range r = {3, 18, 3}, *p = &r;
	int limits[3] = {0, 10, 20}, n[6] = {0}, which = 1;

	#pragma omp parallel for reduction(+: n)
	for (int i = limits[which - 1]; i < limits[which]; i++)
		n[0]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = r.low; i < p->high; i += p->step)
		n[1]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = twice(1); (i) < (twice(2) + 2); i++)
		n[2]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = which ? 4 : 40; i < (int)(10.9); (i)++)
		n[3]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = (0); i < twice(which + 2); i += (which << 1))
		n[4]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i < "\002x"[0]; i += sizeof(char))
		n[5]++;
	printf("%d %d %d %d %d %d\n", n[0], n[1], n[2], n[3], n[4], n[5]);
	return 0;
}
