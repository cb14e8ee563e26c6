// threadprivate variables that are declared together with others: each gets what its own declarator says, and no more.
// expect: first 10 103 8 other 3 5
// expect: rows 33 77 9
// expect: named 6 1 tag 4
// expect: local 3 0 3 0 9
// expect: both 2 4
// expect: pointers 1 2 5
#include <stdio.h>

static int a, b = 3 /* shared, among the others */, c[3] = {100, 0, 7}, *to_b = &b,
	last = 5;
#pragma omp threadprivate(a, c)

static const char *const names[2] = {"x", "y"}, *volatile here = "z";
#pragma omp threadprivate(here)

static struct row {
	int length, cells[2];
} one = {1, {2, 3}}, two = {4, {5, 6}}, *which = &two;
#pragma omp threadprivate(one)

enum { SMALL = 2 };
static __typeof__(int[SMALL]) left, right = {7, 7};
#pragma omp threadprivate(right)

static unsigned long long (*apply)(int, int), counts[SMALL], total;
#pragma omp threadprivate(counts)

static int p, q;
#pragma omp threadprivate(p, q)

static unsigned long long add(int x, int y)
{
	return (unsigned long long)(x + y);
}

/* Used in a region: the variables leave the function. */
static int local(int by, int *shared_one)
{
	static int mine, ours = 9, more[2] = {0, 0};
	#pragma omp threadprivate(mine, more)
	int seen = 0;
	#pragma omp parallel num_threads(3) copyin(mine) reduction(+ : seen)
	{
		mine += by;
		more[1] = mine;
		seen += more[1] == by;
	}
	*shared_one = ours;
	return seen;
}

int main(void)
{
	int sum = 0, first = 0, ninth, got[2] = {0, 0};
	a = 1;
	#pragma omp parallel num_threads(4) copyin(a) reduction(+ : sum)
	{
		a += 1;
		c[2] += 1;
		sum += a + c[2] - 8;
		#pragma omp masked
		first = c[0] + last - 2;
	}
	printf("first %d %d %d other %d %d\n", sum + a, first, c[2], *to_b, last);

	sum = 0;
	#pragma omp parallel num_threads(3) copyin(right) reduction(+ : sum)
	{
		right[1] += left[0] + 4;
		sum += right[1];
		#pragma omp critical
		left[1] += 3;
	}
	printf("rows %d %d%d %d\n", sum, right[0], right[0], left[1]);

	#pragma omp parallel num_threads(2)
	{
		one.cells[1] += 3;
		here = names[0];
	}
	printf("named %d %d tag %d\n", one.cells[1], here == names[0], which->length);

	sum = local(1, &ninth);
	printf("local %d %d ", sum, sum % 3);
	sum = local(0, &ninth);
	printf("%d %d %d\n", sum == 0 ? 3 : sum, sum, ninth);

	#pragma omp parallel num_threads(2)
	{
		p = 1;
		q = 2;
		#pragma omp atomic
		got[0] += p;
		#pragma omp atomic
		got[1] += q;
	}
	printf("both %d %d\n", got[0], got[1]);

	apply = add;
	#pragma omp parallel num_threads(2)
	{
		counts[0] = 1;
		#pragma omp atomic
		total += apply(1, 1) - counts[0];
	}
	printf("pointers %llu %llu %llu\n", counts[0], total, apply(2, 3));
	return 0;
}
