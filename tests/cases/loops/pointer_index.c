// loops: the index may be a pointer, with ++, a step, !=, downward, to structs and to rows of an array.
// expect: ints 1 1 1 1 1 1 1 1
// expect: step 3 1 3 1 3 1 3 1
// expect: ne 8 down 7
// expect: structs 60
// expect: rows 66
// expect: const 16
#include <stdio.h>

struct item {
	char tag;
	double weight;
};

int main(void)
{
	int a[8] = {0}, n = 0, down = 0, rows = 0, grid[3][4] = {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}}, total = 0;
	struct item items[5] = {{'a', 4}, {'b', 8}, {'c', 12}, {'d', 16}, {'e', 20}};
	double weight = 0;
	int *p;
	const int *q;

	#pragma omp parallel for
	for (p = a; p < a + 8; p++)
		*p += 1;
	printf("ints %d %d %d %d %d %d %d %d\n", a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
	#pragma omp parallel for schedule(dynamic)
	for (p = a; p < &a[8]; p += 2)
		*p += 2;
	printf("step %d %d %d %d %d %d %d %d\n", a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
	#pragma omp parallel for reduction(+: n)
	for (int *r = a; r != a + 8; ++r)
		n++;
	#pragma omp parallel for reduction(+: down) schedule(static, 2)
	for (int *r = &a[7]; r > a; r--)
		down++;
	printf("ne %d down %d\n", n, down);
	#pragma omp parallel for reduction(+: weight)
	for (struct item *s = items; s < items + 5; s = s + 1)
		weight += s->weight;
	printf("structs %g\n", weight);
	#pragma omp parallel for reduction(+: rows)
	for (int(*row)[4] = grid; row < grid + 3; row++)
		for (int j = 0; j < 4; j++)
			rows += (*row)[j];
	printf("rows %d\n", rows);
	#pragma omp parallel for reduction(+: total)
	for (q = a + 7; q >= a + 1; q -= 1)
		total += *q + (q == a + 7 ? 3 : 0);
	printf("const %d\n", total);
	return 0;
}
