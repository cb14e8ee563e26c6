// loops: every form of increment the specification allows, upward and downward, with constant and variable steps.
// expect: ++i 10 45
// expect: i++ 10 45
// expect: --i 10 55
// expect: i-- 10 55
// expect: += 4 18
// expect: -= 4 22
// expect: i+s 4 18
// expect: s+i 4 18
// expect: i-s 4 22
// expect: neg 5 30
// expect: var 4 18
#include <omp.h>
#include <stdio.h>

static void show(const char *name, int n, int sum)
{
	printf("%s %d %d\n", name, n, sum);
}

int main(void)
{
	int n = 0, sum = 0, s = 3, i;
	short three = 3;

	#pragma omp parallel for reduction(+: n, sum)
	for (i = 0; i < 10; ++i)
		n++, sum += i;
	show("++i", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 0; i < 10; i++)
		n++, sum += i;
	show("i++", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 10; i > 0; --i)
		n++, sum += i;
	show("--i", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 10; i > 0; i--)
		n++, sum += i;
	show("i--", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 0; i < 10; i += s)
		n++, sum += i;
	show("+=", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 10; i > 0; i -= s)
		n++, sum += i;
	show("-=", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 0; i < 10; i = i + s)
		n++, sum += i;
	show("i+s", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 0; i < 10; i = s + i)
		n++, sum += i;
	show("s+i", n, sum), n = sum = 0;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 10; i > 0; i = i - s)
		n++, sum += i;
	show("i-s", n, sum), n = sum = 0;
	s = -2;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 10; i > 0; i += s)
		n++, sum += i;
	show("neg", n, sum), n = sum = 0;
	s = 5;
	#pragma omp parallel for reduction(+: n, sum)
	for (i = 0; i < 10; i += (s + 1) / 2 + three - 3)
		n++, sum += i;
	show("var", n, sum), n = sum = 0;
	return 0;
}
