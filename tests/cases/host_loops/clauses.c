// host_loops: clauses of loops that become kernels: if, num_threads, schedule, collapse, lastprivate, linear types, nests.
// expect: if 1 0 sum 4950 4950 4950
// expect: nest 45 55 last 9 7.5
// expect: struct 12 24 bits 5 wide 4294967296
// expect: members 190 190
// kernels: 7
#include <stdio.h>
#include <stdlib.h>

struct point {
	int x;
	double y;
};
struct list {
	int n;
	long *items;
};

static int total(int n, int condition)
{
	int sum = 0;
	#pragma omp parallel for if(parallel: condition) num_threads(3) schedule(dynamic, 7) reduction(+: sum)
	for (int i = 0; i < n; i++)
		sum += i;
	return sum;
}

static void fill(struct list *list)
{
	#pragma omp parallel for
	for (int i = 0; i < list->n; i++)
		list->items[i] = i;
}

int main(void)
{
	static int grid[10][10];
	struct point points[12];
	unsigned char bits[8];
	int i, last = 0, sum = 0;
	double half = 0;
	unsigned long long wide = 0;
	struct list list = {20, malloc(20 * sizeof(long))};
	if (!list.items)
		return 1;
	printf("if 1 0 sum %d %d %d\n", total(100, 1), total(100, 0), total(100, 7 > 3));
	#pragma omp parallel for collapse(2)
	for (int j = 0; j < 10; j++)
		for (int k = j; k < 10; k++)
			grid[j][k] = j == 0 ? k : k == 9;
	for (int j = 0; j < 10; j++)
		sum += grid[0][j];
	#pragma omp parallel for lastprivate(last, half)
	for (i = 0; i < 10; i++) {
		last = i;
		half = last - 1.5;
	}
	printf("nest %d %d last %d %g\n", sum, sum + last + 1, last, half);
	#pragma omp parallel for simd
	for (int j = 0; j < 12; j++) {
		points[j].x = j + 1;
		points[j].y = 2 * points[j].x;
	}
	#pragma omp parallel
	{
		#pragma omp for
		for (int j = 0; j < 8; j++)
			bits[j] = (unsigned char)(j | 4);
		#pragma omp for reduction(+: wide)
		for (int j = 0; j < 16; j++)
			wide += 1ull << 28;
	}
	printf("struct %d %g bits %d wide %llu\n", points[11].x, points[11].y, bits[1], wide);
	fill(&list);
	long all = 0, again = 0;
	#pragma omp parallel for reduction(+: all, again)
	for (int j = 0; j < 20; j++)
		{
		all += list.items[j];
		again += j;
	}
	printf("members %ld %ld\n", all, again);
	free(list.items);
	return 0;
}
