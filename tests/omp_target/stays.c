/* What stays on the host, and why. */
// offloads: 0
#include <stdio.h>
#include <stdlib.h>

#define COUNT 16

static int shared_state[COUNT];
static int *hidden;

static void aliased(int n, double *x, double *y)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		y[i] = 2 * x[i]; // remark: 'x' and 'y' may be the same memory
}

static void unknown(int n, int *restrict index, int *restrict values)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		values[index[i]] = i; // remark: how much of 'values' it uses is not known
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (i < n / 2)
			values[i + 1] = i; // remark: map(tofrom: values[0:...])
	#pragma omp parallel for
	for (int i = 0; i < n; i += 2)
		values[i] = values[i + 1]; // remark: how much of 'values' it uses is not known
}

static void rows(int n, double **matrix)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		matrix[i][0] = i; // remark: enter data map(to: matrix[0:...]), and then for each of these pointers map(to: matrix[i][0:...])
}

static int strided(int n, int stride, int *restrict a)
{
	int sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += a[i * stride]; // remark: how much of 'a' it uses is not known
	return sum;
}

static void guarded(int n, int *restrict a, int *restrict b)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (i > 0 && i + 1 < n)
			b[i] = a[i - 1] + a[i + 1]; // remark: how much of 'a' it uses is not known
		else
			b[i] = a[i];
}

int main(void)
{
	double values[COUNT] = {0}, *pointers[COUNT];
	int index[COUNT], numbers[COUNT + 2] = {0}, *moving = numbers, sum = 0;
	for (int i = 0; i < COUNT; i++) {
		pointers[i] = &values[i];
		index[i] = COUNT - 1 - i;
	}
	aliased(COUNT - 1, values, values + 1);
	unknown(COUNT, index, numbers + 1);
	guarded(COUNT, &index[0], numbers + 1);
	rows(COUNT, pointers);
	#pragma omp parallel for ordered
	for (int i = 0; i < 2; i++) {
		#pragma omp ordered
		printf("%d\n", i);
	}
	// remark: its clause 'ordered' does not go to a device
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++) {
		#pragma omp critical
		sum += i;
	}
	// remark: 'critical' in it does not go to a device
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		shared_state[i] = atoi("3"); // remark: it calls 'atoi'
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++) {
		int *p;
		p = &shared_state[i]; // remark: it takes an address
		*p += 1;
	}
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < COUNT; i++) {
		if (i & 1)
			goto next; // remark: it has a jump
		sum += i;
	next:;
	}
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		if (shared_state[i] < 0)
			exit(1); // remark: it calls 'exit'
	moving++;
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		moving[i] = index[i]; // remark: 'index' and 'moving' may be the same memory
	hidden = moving;
	#pragma omp parallel for
	for (int i = 0; i < COUNT; i++)
		shared_state[i] += hidden[i]; // remark: 'shared_state' and 'hidden' may be the same memory
	printf("%d %d %g %d\n", sum, strided(4, 2, numbers + 1), values[3], shared_state[5]);
	return 0;
}
