/* What leaves a loop, or an exchange of pointers, before its end; macros hide the jumps. */
// offloads: 3
#include <stdio.h>
#include <stdlib.h>

#define COLUMNS 9
#define NEXT_IF(condition) \
	if (condition)     \
	continue
#define STOP_IF(condition) \
	if (condition)     \
	break
#define GIVE_UP_IF(condition) NOW_OR(condition, goto out)
#define NOW_OR(condition, jump) \
	do {                    \
		if (condition)  \
			jump;   \
	} while (0)
#define AGAIN(label) goto label

static long sum_of(const long *a, int n)
{
	long sum = 0;
	for (int i = 0; i < n; i++)
		sum = (3 * sum + a[i]) % 1000003;
	return sum;
}

/* Only the outer loop is divided: a break leaves the inner one, and a continue does not. */
static long rows(long (*a)[COLUMNS], int n)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		for (int j = 0; j < COLUMNS; j++) {
			NEXT_IF((i + j) % 4 == 3);
			STOP_IF(j > i);
			a[i][j] += j;
		}
	return sum_of(*a, n * COLUMNS);
}

/* After the step that goes on early both pointers lead to one array. */
static long skipped(int n, int steps)
{
	long *u = calloc(n, sizeof *u), *v = calloc(n, sizeof *v), *first = u, *second = v, *swap;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for // remark: may be the same memory
		for (int i = 0; i < n; i++)
			v[i] += u[i] + t * i;
		swap = u;
		u = v;
		NEXT_IF(t == 2);
		v = swap;
	}
	long sum = sum_of(u, n) + 2 * sum_of(v, n) + 3 * sum_of(first, n);
	free(first);
	free(second);
	return sum;
}

static long given_up(int n, int steps)
{
	long *u = calloc(n, sizeof *u), *v = calloc(n, sizeof *v), *first = u, *second = v, *swap;
	for (int t = 0; t < 10; t++) {
		#pragma omp parallel for // remark: may be the same memory
		for (int i = 0; i < n; i++)
			v[i] += u[i] + t * i;
		swap = u;
		u = v;
		GIVE_UP_IF(t == steps);
		v = swap;
	}
out:
	for (int i = 0; i < n; i++)
		v[i] += u[i];
	long sum = sum_of(first, n) + 2 * sum_of(second, n);
	free(first);
	free(second);
	return sum;
}

/* What stands before a loop in the text comes after it. */
static long again(int n)
{
	long *a = calloc(n, sizeof *a), sum = 0, rounds = 0;
begin:
	for (int i = 0; i < n; i++)
		sum = 3 * sum % 1000003 + a[i];
	for (int t = 0; t < 3; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			a[i] += i + t;
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			a[i] *= 2;
	}
	if (++rounds < 3)
		AGAIN(begin);
	free(a);
	return sum;
}

int main(void)
{
	long a[6][COLUMNS] = {{1, 2}};
	printf("%ld\n", rows(a, 6));
	printf("%ld %ld\n", skipped(12, 7), given_up(9, 3));
	printf("%ld\n", again(8));
	return 0;
}
