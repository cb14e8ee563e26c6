/* Parallel regions that consist of loops are divided into them; taskloops. */
// offloads: 14
#include <stdio.h>
#include <stdlib.h>

#ifdef _OPENMP
#include <omp.h>
#else
#define omp_get_thread_num() 0
#endif

enum { SIZE = 64 };

static int a[SIZE], b[SIZE], c[SIZE];

static int three_loops(int n, int *restrict x, int *restrict y)
{
	int sum = 0;
	#pragma omp parallel num_threads(2) reduction(+ : sum) // one region
	{
		int i, j, t;
		/* a loop */
		#pragma omp for schedule(static) nowait
		for (i = 0; i < n; i++)
			x[i] = i;
		#pragma omp barrier
		#pragma omp for private(t)
		for (i = 1; i < n; i++) {
			t = 0;
			for (j = 0; j < 3; j++)
				t += x[i] + j;
			y[i] = t;
		}
		#pragma omp for
		for (i = 1; i < n; i++)
			sum += y[i];
	}
	return sum;
}

/* Time steps that every thread counts. */
static void steps(int n, int times, int *restrict x, int *restrict y)
{
	const int step = 1;
	#pragma omp parallel firstprivate(step)
	{
		int half = n / 2;
		for (int t = 0; t < times; t += step) {
			#pragma omp for
			for (int i = 1; i < n - 1; i++)
				y[i] = (x[i - 1] + x[i + 1] + half) % 100;
			#pragma omp for
			for (int i = 1; i < n - 1; i++)
				x[i] = y[i] + t;
			#pragma omp single
			x[0] += t;
		}
	}
}

/* One loop stays, in a region of its own; its statement is no block. */
static int mixed(int n)
{
	#pragma omp parallel
	#pragma omp for
	for (int i = 0; i < SIZE; i++)
		c[i] = n - i;
	#pragma omp parallel proc_bind(close)
	{
		int last;
		#pragma omp for
		for (int i = 0; i < SIZE; i++)
			a[i] += c[i];
		#pragma omp for schedule(dynamic)
		for (int i = 0; i < SIZE; i++) {
			last = atoi("7"); // remark: it calls 'atoi'
			b[i] = last + a[i];
		}
	}
	return b[3];
}

static int tasks(int n, int *restrict x)
{
	int sum = 0, own = 5;
	#pragma omp taskloop grainsize(4) shared(x)
	for (int i = 0; i < n; i++) {
		own = i;
		x[i] += own;
	}
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop num_tasks(5) final(n > 3)
		for (int i = 0; i < n; i++)
			x[i] *= 2;
		#pragma omp taskwait
		#pragma omp taskloop reduction(+ : sum) if(sum < 0)
		for (int i = 0; i < n; i++)
			sum += x[i];
	}
	#pragma omp parallel masked taskloop collapse(2) reduction(+ : sum)
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 4; j++)
			sum += x[4 * i + j];
	return sum;
}

/* What is not divided. */
static int whole(int n, int *restrict x)
{
	int total = 0, start = 3;
	#pragma omp parallel
	{
		int count = 0;
		#pragma omp for
		for (int i = 0; i < n; i++)
			count += x[i] > 50;
		#pragma omp atomic // remark: 'atomic' in it binds to its threads
		total += count;
	}
	#pragma omp parallel
	{
		int number = omp_get_thread_num(); // remark: it may not be the same in every thread
		#pragma omp for
		for (int i = 0; i < n; i++)
			x[i] += 0 * number;
	}
	#pragma omp parallel
	{
		int mine;
		#pragma omp single copyprivate(mine) // remark: 'single' in it binds to its threads
		mine = 1;
		#pragma omp for
		for (int i = 0; i < n; i++)
			x[i] += mine;
	}
	#pragma omp parallel firstprivate(start)
	{
		#pragma omp for
		for (int i = 0; i < n; i++) {
			start += 0; // remark: each thread keeps a value of its own in 'start'
			x[i] += start;
		}
	}
	#pragma omp parallel // remark: 'parallel' in line 146 stays on the host
	{
		#pragma omp atomic
		total += 0;
	}
	#pragma omp taskloop nogroup // remark: 'taskloop' in line 151 stays on the host
	for (int i = 0; i < 1; i++)
		x[i]++;
	#pragma omp taskwait
	return total;
}

/* Threads set variables of their own alike between the loops; the loops inside have an older form. */
static int between(int n, int m, int *restrict a)
{
	int limits[2] = {n, m};
	#pragma omp parallel
	{
		int i, j, step, first, end;
		first = 1;
		end = n - 1;
		#pragma omp for
		for (i = 0; i < limits[0]; i++) {
			for (j = 0; j < limits[1]; j++)
				a[i * 5 + j] = i - j;
			for (j = limits[1] - 1; j > 0; j--)
				a[i * 5 + j] += a[i * 5];
		}
		#pragma omp for
		for (i = first; i < end; i++)
			a[5 * i] += 3;
		i = n - 1;
		for (step = 1; step < 3; step++) {
			#pragma omp for
			for (int k = 0; k < n; k++)
				a[5 * k] += 10 * i + step;
		}
	}
	int sum = 0;
	for (int i = 0; i < n * 5; i++)
		sum = (sum * 3 + a[i]) % 10007;
	return sum;
}

/* The first loop leaves 5 in each thread's j. */
static int left(int n, int *restrict a)
{
	int sum = 0;
	#pragma omp parallel num_threads(2)
	{
		int j = 0;
		#pragma omp for
		for (int i = 0; i < n; i++)
			for (j = 0; j < 5; j++)
				a[i] = i;
		#pragma omp for
		for (int i = 0; i < n; i++)
			a[i] += j; // remark: each thread keeps a value of its own in 'j'
	}
	for (int i = 0; i < n; i++)
		sum = sum * 2 + a[i];
	return sum;
}

int main(void)
{
	static int x[SIZE], y[SIZE];
	long check = 0;
	printf("%d\n", three_loops(SIZE, x, y));
	steps(SIZE, 5, x, y);
	for (int i = 0; i < SIZE; i++)
		check += (i + 1) * (x[i] + y[i]);
	printf("%ld %d\n", check, mixed(9));
	printf("%d\n", tasks(SIZE, x));
	printf("%d\n", whole(SIZE, x));
	for (int i = 0; i < SIZE; i++)
		check += (i + 1) * (x[i] + a[i] + b[i]);
	printf("%ld\n", check);
	int grid[40] = {0};
	printf("%d ", between(8, 5, grid));
	printf("%d\n", left(8, grid));
	return 0;
}
