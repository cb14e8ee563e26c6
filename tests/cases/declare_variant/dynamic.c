// declare variant: a condition that is tested at each call; the name in a call becomes an expression.
// reference: none because gcc 12 and clang 19 take constant conditions only
// expect: 10 20 31
// expect: 20 20 20
// expect: 0
#include <stdio.h>

static int fast, level;

int quick(int x) { return x + 20; }
int nested(int x) { return x + 30; }
#pragma omp declare variant(quick) match(user = {condition(fast)})
#pragma omp declare variant(nested) match(construct = {parallel}, user = {condition(level > 1)})
static inline int work(int x) { return x + 10; }

int main(void)
{
	int a = work(0), b, c = 0, local[3] = {0};
	fast = 1;
	b = work(0);
	level = 2;
	#pragma omp parallel num_threads(2) reduction(max : c)
	c = work(1);
	printf("%d %d %d\n", a, b, c);
	level = 0;
	#pragma omp parallel for num_threads(3)
	for (int i = 0; i < 3; i++)
		local[i] = work(0 * i);
	printf("%d %d %d\n", local[0], local[1], local[2]);
	int (*f)(int) = work;
	printf("%d\n", f(-10));
	return 0;
}
