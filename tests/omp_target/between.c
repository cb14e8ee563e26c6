/* What the host does between loops on the device: through other names, in functions, in jumps, in conditions of loops. */
// offloads: 21
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT 24
#define BUMP(a, i) ((a)[i] += 1)

static int shared[COUNT], other[COUNT], *hidden;

static int sum_of(const int *a, int n)
{
	int sum = 0;
	for (int i = 0; i < n; i++)
		sum = sum * 3 + a[i];
	return sum;
}

static void keep(int *a)
{
	hidden = a;
}

static void change_hidden(int value)
{
	if (hidden)
		hidden[2] = value;
}

static int *pass(int *a)
{
	return a + 1;
}

static int compare(const void *a, const void *b)
{
	shared[0]++;
	return *(const int *)a - *(const int *)b;
}

/* The array is changed through a copy of the pointer to it. */
static int copied(int steps)
{
	int a[COUNT] = {0}, *p = a + 3;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i] += i + t;
		*p += 100;
		p[1] = a[0];
	}
	return sum_of(a, COUNT);
}

/* ... through a pointer that a function kept, or gave back. */
static int kept(int steps)
{
	int a[COUNT] = {0};
	keep(a);
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i] += 2 * i;
		change_hidden(t);
	}
	int *q = pass(a);
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		a[i] ^= 5;
	q[4]++;
	hidden = NULL;
	return sum_of(a, COUNT);
}

/* A host loop in the middle that leaves early, and conditions that look at the array. */
static int conditions(void)
{
	int a[COUNT] = {0}, steps = 0;
	while (a[1] < 20) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i] += 1 + i % 3;
		if (a[0] == 4)
			continue;
		for (int i = 0; i < COUNT; i++) {
			if (a[i] > 11)
				break;
			steps += a[i];
		}
		if (a[2] > 18 || steps > 5000)
			break;
	}
	do {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			a[i]--;
		steps++;
	} while (a[3] > 0);
	return sum_of(a, COUNT) + steps;
}

/* Half of the branches write on the host, the others on the device. */
static int branches(int n, int *restrict a)
{
	for (int t = 0; t < n; t++) {
		if (t % 3 == 0) {
			#pragma omp parallel for
			for (int i = 0; i < n; i++)
				a[i] += t;
		} else if (t % 3 == 1) {
			a[t] *= 2;
		} else
			BUMP(a, t);
		switch (t) {
		case 4: a[0] = 7; break;
		case 5: a[1] += a[0]; break;
		default: a[2]++;
		}
	}
	return sum_of(a, n);
}

/* Functions of the library, with a function of the file that uses what is on the device. */
static int library(void)
{
	int values[COUNT], copy[COUNT];
	memset(shared, 0, sizeof shared);
	for (int t = 0; t < 3; t++) {
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++) {
			values[i] = (i * 7 + t) % 10;
			shared[i] += i;
		}
		memcpy(copy, values, sizeof copy);
		qsort(values, COUNT, sizeof *values, compare);
		#pragma omp parallel for
		for (int i = 0; i < COUNT; i++)
			shared[i] += values[i] - copy[i];
	}
	return sum_of(shared, COUNT) % 1000003 - shared[0];
}

/* Elements whose subscripts change, or are of no element. */
static int elements(int n)
{
	int *a = malloc(n * sizeof *a), *b = malloc(n * sizeof *b), index[3] = {2, 0, 1}, at = 0, sum = 0;
	for (int i = 0; i < n; i++)
		a[i] = b[i] = i;
	for (int t = 0; t < 6; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++) {
			a[i] += t;
			b[i] += 2 * a[i];
		}
		a[at++] += 10;
		a[index[t % 3]] = 5;
		at = a[at] % 4;
		sum += t + n < n ? a[t + n] : t;
		if (t < n && b[t] > 3)
			b[t] = a[t];
		int i = t, here = a[i];
		sum += here;
	}
	sum += sum_of(a, n) - sum_of(b, n);
	free(a), free(b);
	return sum;
}

/* The size changes between the allocations; a jump goes over a loop. */
static int sizes(void)
{
	int sum = 0;
	for (int n = 3; n < 9; n += 2) {
		int *a = malloc(n * sizeof *a);
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			a[i] = i * n;
		if (n == 5)
			goto skip;
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			a[i] += 1;
	skip:
		sum += sum_of(a, n);
		free(a);
	}
	return sum;
}

/* A return in the middle, and a scalar that both sides change. */
static int returns(int limit)
{
	int a[COUNT] = {0}, total = 0;
	for (int t = 0;; t++) {
		#pragma omp parallel for reduction(+ : total)
		for (int i = 0; i < COUNT; i++) {
			a[i] += i * t;
			total += a[i];
		}
		total -= t;
		if (total > limit)
			return total + a[5];
	}
}

/* An array that calls of another function map, and that function's static variable. */
static void add_to(int n, int *restrict a)
{
	static int calls;
	calls++;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		a[i] += calls;
}

static void add_on_host(int n, int *restrict a)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		a[i] += 2;
	a[0] = a[n - 1];
}

static int calls(void)
{
	int a[COUNT] = {0};
	for (int t = 0; t < 4; t++) {
		add_to(COUNT, a);
		add_to(COUNT, other);
		if (t == 2)
			add_on_host(COUNT, a);
		add_to(COUNT / 2, a);
	}
	return sum_of(a, COUNT) + sum_of(other, COUNT);
}

/* Loops in a switch, which is not taken apart, and names that mean something else further in. */
static int hidden_loops(int n)
{
	int *a = malloc(n * sizeof *a), *b = malloc(n * sizeof *b), sum = 0;
	for (int i = 0; i < n; i++)
		a[i] = b[i] = i;
	for (int t = 0; t < 6; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			a[i] += b[i];
		switch (t % 3) {
		case 0: {
			#pragma omp parallel for
			for (int i = 0; i < n; i++)
				a[i] *= 2;
			break;
		}
		case 1: a[t]--; break;
		}
		{
			int n = 2;
			sum += n * t;
			for (int i = 0; i < n; i++)
				sum += a[i] + b[i];
		}
		if (t == 3) {
			int *b = a + 1;
			b[0] = t;
		}
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			b[i] += a[i] % 7;
	}
	sum += sum_of(a, n) ^ sum_of(b, n);
	free(a), free(b);
	return sum;
}

/* Going back to a place before the loops. */
static int again(void)
{
	int a[COUNT], b[COUNT], rounds = 0, sum = 0;
	for (int i = 0; i < COUNT; i++)
		b[i] = i;
back:
	if (rounds > 0)
		sum += a[rounds];
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		a[i] = b[i] + 1;
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		b[i] = 2 * a[i];
	if (++rounds < 4)
		goto back;
	return sum;
}

#pragma omp declare target
static int twice(int x)
{
	return 2 * x;
}
#pragma omp end declare target

/* Its target regions are run by threads: what one of them keeps on the device, the others would not see change. */
static void by_threads(int *restrict a, int row)
{
	#pragma omp target teams distribute parallel for
	for (int i = 0; i < COUNT; i++)
		a[i] = twice(a[i]) + row;
	#pragma omp target teams distribute parallel for
	for (int i = 0; i < COUNT; i++)
		a[i]++;
}

int main(void)
{
	int rows[3][COUNT] = {{1}, {2}, {3}};
	#pragma omp parallel for // remark: it calls 'by_threads'
	for (int r = 0; r < 3; r++)
		by_threads(rows[r], r);
	printf("%d %d\n", sum_of(rows[1], COUNT), sum_of(rows[2], COUNT));
	int a[COUNT] = {1, 2, 3};
	int first = copied(3), second = kept(4), third = conditions();
	printf("%d %d %d\n", first, second, third);
	printf("%d\n", branches(COUNT, a));
	printf("%d\n", library() * 0 + shared[3]);
	printf("%d\n", elements(9));
	printf("%d %d\n", sizes(), returns(100));
	printf("%d\n", calls());
	printf("%d %d\n", hidden_loops(11), again());
	return 0;
}
