/* Loops that do not run, sections that would be too long or too short then, and loops that only look alike. */
// offloads: 6
#include <stdio.h>
#include <stdlib.h>

#define FAR (1 << 28)
#define ONE 1

static volatile int seen[4];
static _Atomic int counts[3];

struct view {
	int *data;
};

/* Iterations that depend on each other: the clauses say that one thread runs them. */
static void prefix_sums(int n, int *restrict a)
{
	#pragma omp parallel for num_threads(ONE) // remark: its clause 'num_threads' has one thread run it
	for (int i = 1; i < n; i++)
		a[i] += a[i - 1];
	#pragma omp parallel for if(parallel: 0) // remark: its clause 'if' has one thread run it
	for (int i = 1; i < n; i++)
		a[i] += a[i - 1];
	#pragma omp parallel num_threads(1)
	{
		#pragma omp for
		for (int i = 1; i < n; i++)
			a[i] += a[i - 1];
	}
	// remark: its clause 'num_threads' has one thread run it
}

static void watched(void)
{
	#pragma omp parallel for
	for (int i = 0; i < 4; i++)
		seen[i] = i; // remark: 'seen' is volatile or _Atomic
	#pragma omp parallel for
	for (int i = 0; i < 30; i++)
		counts[i % 3] += i; // remark: 'counts' is volatile or _Atomic
}

/* restrict says nothing of pointers that are made of the parameter. */
static void made_of(int n, int *restrict p)
{
	int *odd = p + 1, *second = odd;
	struct view view = {p + 1};
	second++;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		odd[2 * i] = p[2 * i]; // remark: 'p' and 'odd' may be the same memory
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		view.data[2 * i] += p[2 * i]; // remark: 'p' and 'view.data' may be the same memory
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		second[2 * i + 1] += p[2 * i]; // remark: 'p' and 'second' may be the same memory
}

/* There may be no `b` where there is no iteration. */
static void rows(int n, int m, int *restrict a, const int *restrict b)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			a[i] += b[j];
}

/* The last element is n - 2, and 2 * n - 1 elements are none for n = 0. */
static void lower(int n, int *restrict a, const int *restrict b)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = 0; j < i; j++)
			a[2 * i] += b[j];
}

/* The second loop inside may not run: `b` need not go on beyond the first one's elements. */
static void beyond(int n, int m, int *restrict a, const int *restrict b)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		a[i] += b[i];
		for (int j = 5; j < m; j++)
			a[i] += b[n + j - 5]; // remark: how much of 'b' it uses is not known
	}
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = 7; j < m; j++)
			a[i] += b[FAR / 2];
}

/* 0 - m is no negative number where m is unsigned. */
static int below(unsigned m, const int *restrict a)
{
	int sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	for (long i = -(long)m; i < 3; i++)
		sum += a[i];
	return sum;
}

/* Two loops beside each other: with m = 0 neither runs. */
static void twice(int n, int m, int *restrict a)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		for (int j = 0; j < m; j++)
			a[i * m + j] = i - j;
		for (int j = 0; j < m; j++)
			a[i * m + j] *= 2;
	}
}

/* An access in a loop that runs seven times is certain. */
static int certain(int n, const int *restrict a)
{
	int sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		sum += a[i];
		for (int j = 0; j < 7; j++)
			sum += a[n + j];
	}
	return sum;
}

int main(void)
{
	int a[64] = {1, 2, 3}, b[64] = {4, 5}, *few = calloc(2, sizeof *few), total = 0;
	if (!few)
		return 1;
	prefix_sums(8, a);
	watched();
	made_of(10, a);
	rows(0, FAR, few, NULL), rows(2, 0, NULL, NULL), rows(2, 3, few, a);
	lower(0, NULL, NULL), lower(1, NULL, NULL), lower(4, b, a);
	beyond(2, 0, few, a), beyond(2, 7, few, b), beyond(0, FAR, NULL, NULL);
	twice(0, FAR, NULL), twice(2, 0, NULL), twice(3, 4, b + 20);
	total += below(5, a + 6) + below(0, a) + certain(0, NULL) + certain(4, a);
	for (int i = 0; i < 64; i++)
		total = (total * 7 + a[i] + 3 * b[i]) % 100003;
	printf("%d %d %d %d %d\n", total, few[0], few[1], seen[3], counts[1]);
	free(few);
	return 0;
}
