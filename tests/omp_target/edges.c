/* Bounds that cross, steps down, wide and narrow numbers, macros, early ends, and memory that has two names. */
// offloads: 18
#include <stdio.h>
#include <stdlib.h>

enum { SIZE = 40 };

#define AT(array, i, j, columns) (array)[(i) * (columns) + (j)]
#define EACH(i, n) for (int i = 0; i < (n); i++)
#define SQUARE(x) ((x) * (x))

/* With n = 0, 1 and 2 nothing is touched, and the pointers are null. */
static int inner(int n, int m, const int *restrict u, int *restrict v)
{
	int sum = 0;
	#pragma omp parallel for
	for (int i = 1; i < n - 1; i++)
		v[i] = u[i - 1] + u[i + 1];
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 1; i < n - 1; i++)
		for (int j = 1; j < m - 1; j++)
			sum += u[i * m + j];
	return sum;
}

static void between(long low, long high, unsigned count, int *restrict v)
{
	#pragma omp parallel for
	for (long i = high; i >= low; i -= 1)
		v[i] += (int)i;
	#pragma omp parallel for
	for (unsigned k = 2; k != count; k++)
		v[k - 2] += (int)k;
	#pragma omp parallel for
	for (unsigned k = 0; k < count; k++)
		v[count - k - 1] += (int)k;
}

/* A subscript that is cut off, or wraps: the number is not the sum, so the whole array goes. */
static void narrow(long wide, int n, int *restrict v)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		v[(int)wide + i] += 1;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		v[(unsigned char)(i + 250)] += 1;
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		int start = wide; // cut off too
		v[start + i] += 1;
	}
}

static int search(int n, int m, const int *restrict table, int *restrict first)
{
	int total = 0;
	#pragma omp parallel for reduction(+ : total)
	for (int i = 0; i < n; i++) {
		first[i] = -1;
		for (int j = 0; j < m; j++) {
			if (table[i * m + j] > 6) {
				first[i] = j;
				break;
			}
		}
		total += first[i];
	}
	return total;
}

/* The same with the array's size known; a macro makes the subscript, and one the loop. */
static int search_array(int limit)
{
	int table[SIZE][5], first[SIZE], total = 0;
	#pragma omp parallel for
	EACH(i, SIZE)
		for (int j = 0; j < 5; j++)
			AT(&table[0][0], i, j, 5) = SQUARE(i + j) % 11;
	#pragma omp parallel for reduction(+ : total)
	EACH(i, SIZE) {
		int j = 0;
		while (j < 5 && table[i][j] <= limit)
			j++;
		first[i] = j;
		total += first[i];
	}
	return total;
}

/* One thing under two names: in place, and apart. */
static void twice(int n, int *from, int *to)
{
	#pragma omp parallel for // remark: 'from' and 'to' may be the same memory
	for (int i = 0; i < n; i++)
		to[i] = 2 * from[i];
}

/* Elements of different types are not the same memory. */
static void convert(int n, const int *from, double *to)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		to[i] = from[i] / 2.0;
}

struct list {
	int count, *items, unused[3];
	struct list *next;
};

static int members(struct list *list, struct list value)
{
	int sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < list->count; i++)
		sum += list->items[i];
	#pragma omp parallel for
	for (int i = 0; i < value.count; i++)
		value.items[i] += value.unused[i % 3];
	#pragma omp parallel for
	for (int i = 0; i < list->count; i++)
		list->next->items[i] = i; // remark: it follows a pointer that is read from memory
	return sum;
}

/* A guard, whose array has a known size. */
static int guarded(int n, int m)
{
	int *kept = calloc(n, sizeof *kept), sum = 0;
	#pragma omp parallel for
	for (int i = 0; i < 2 * n; i++)
		if (i < n && i < m)
			kept[i] = i;
	#pragma omp parallel for reduction(+ : sum)
	for (int i = n - 1; i >= 0; --i)
		sum += kept[kept[i]];
	free(kept);
	return sum;
}

/* Variable lengths, and a pointer to rows. */
static int rows(int n, int m, int matrix[n][m], int (*restrict pairs)[2])
{
	int square[n][n], sum = 0;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			square[i][j] = i - j + pairs[i][1];
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		int *row = matrix[i];
		for (int j = 0; j < m; j++)
			sum += row[j] + square[i][0];
	}
	return sum;
}

int main(void)
{
	int u[SIZE], v[SIZE] = {0}, w[SIZE], matrix[4][3], pairs[4][2];
	double halves[SIZE];
	struct list next = {SIZE, w, {0, 0, 0}, NULL}, list = {SIZE, v, {1, 2, 3}, &next};
	long check = 0;
	for (int i = 0; i < SIZE; i++)
		u[i] = i % 13;
	for (int n = 0; n < 3; n++)
		check += inner(n, n, NULL, NULL);
	check += inner(8, 5, u, v);
	check += inner(5, 1, u, v);
	between(3, 17, 20, v);
	narrow(2, 5, v);
	check += search(6, 6, u, w) + search_array(4);
	twice(SIZE, v, v);
	twice(SIZE / 2, v, v + SIZE / 2);
	convert(SIZE, v, halves);
	for (int i = 0; i < 12; i++) {
		matrix[i / 3][i % 3] = i;
		pairs[i % 4][i % 2] = i;
		pairs[i % 4][1 - i % 2] = -i;
	}
	check += members(&list, list) + guarded(9, 7) + rows(4, 3, matrix, pairs);
	for (int i = 0; i < SIZE; i++)
		check += (i + 1) * (v[i] + (int)(2 * halves[i]) + next.items[i] % 5);
	printf("%ld\n", check);
	return 0;
}
