// collapse: non-rectangular nests whose inner bounds depend on the outer index: j < i, j = i, j <= i, j = 2 * i + 1.
// expect: below 45 wrong 0
// expect: above 55 wrong 0
// expect: equal 55 wrong 0
// expect: scaled 30 wrong 0
#include <stdio.h>
#include <string.h>

static int seen[10][12];

static void report(const char *name, int n, int (*inside)(int, int))
{
	int wrong = 0;
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 12; j++)
			wrong += seen[i][j] != inside(i, j);
	printf("%s %d wrong %d\n", name, n, wrong);
	memset(seen, 0, sizeof seen);
}

static int below(int i, int j) { return j < i; }
static int above(int i, int j) { return j >= i && j < 10; }
static int equal(int i, int j) { return j <= i; }
static int scaled(int i, int j) { return j >= 2 * i + 1 && j < 11; }

int main(void)
{
	int n = 0;
	#pragma omp parallel for collapse(2) reduction(+: n)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < i; j++)
			n++, seen[i][j]++;
	report("below", n, below), n = 0;
	#pragma omp parallel for collapse(2) reduction(+: n)
	for (int i = 0; i < 10; i++)
		for (int j = i; j < 10; j++)
			n++, seen[i][j]++;
	report("above", n, above), n = 0;
	#pragma omp parallel for collapse(2) reduction(+: n)
	for (int i = 9; i >= 0; i--)
		for (int j = 0; j <= i; j++)
			n++, seen[i][j]++;
	report("equal", n, equal), n = 0;
	#pragma omp parallel for collapse(2) reduction(+: n)
	for (int i = 0; i < 5; i++)
		for (int j = i * 2 + 1; j < 11; j++)
			n++, seen[i][j]++;
	report("scaled", n, scaled);
	return 0;
}
