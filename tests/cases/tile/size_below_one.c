// Sizes of tiles and stripes, and counts of a split, that are below 1 or below 0 when the program runs: every iteration runs once.
// reference: none because clang 19 knows neither stripe nor split, and gcc 12 none of them
// expect: tile 12 78 1
// expect: tile for 12 78
// expect: tile collapse 12 78 1
// expect: stripe 12 78 1
// expect: stripe for 12 78
// expect: split 12 78 1
// expect: split for 12 78
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 3, COLUMNS = 4, ALL = ROWS * COLUMNS };

static int visits[ALL], order[ALL], steps;

static void visit(int i)
{
	visits[i]++;
	order[steps++] = i;
}

static void visit_together(int i)
{
	#pragma omp atomic
	visits[i]++;
}

/* How many elements were visited once, the sum of their numbers, and whether they came in order. */
static void report(const char *what, int in_order)
{
	int once = 0, sum = 0, sorted = 1;
	for (int i = 0; i < ALL; i++) {
		once += visits[i] == 1;
		sum += visits[i] * (i + 1);
		sorted &= order[i] == i;
		visits[i] = order[i] = 0;
	}
	steps = 0;
	printf(in_order ? "%s %d %d %d\n" : "%s %d %d\n", what, once, sum, sorted);
}

static int size_of(const char *text)
{
	return atoi(text);
}

int main(void)
{
	int none = size_of("0"), negative = size_of("-7");
	unsigned zero = (unsigned)none;

	#pragma omp tile sizes(none, negative + 1)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			visit(i * COLUMNS + j);
	report("tile", 1);

	#pragma omp parallel for num_threads(3)
	#pragma omp tile sizes(zero)
	for (int i = ALL - 1; i >= 0; i--)
		visit_together(i);
	report("tile for", 0);

	#pragma omp parallel for ordered collapse(2) num_threads(3)
	#pragma omp tile sizes(none, size_of("0"))
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++) {
			#pragma omp ordered
			visit(i * COLUMNS + j);
		}
	report("tile collapse", 1);

	#pragma omp stripe sizes(negative)
	for (int i = 0; i < ALL; i++)
		visit(i);
	report("stripe", 1);

	#pragma omp parallel for num_threads(3)
	#pragma omp stripe sizes(none ? 4 : negative)
	for (int i = 0; i < ALL; i++)
		visit_together(i);
	report("stripe for", 0);

	#pragma omp split counts(negative, omp_fill, none - 1)
	for (int i = 0; i < ALL; i++)
		visit(i);
	report("split", 1);

	#pragma omp parallel num_threads(3)
	{
		#pragma omp masked
		{
			#pragma omp split counts(none, negative, omp_fill)
			for (int i = ALL; i > 0; i--)
				visit_together(i - 1);
		}
	}
	report("split for", 0);
	return 0;
}
