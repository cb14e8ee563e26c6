// flags: -Wall -Wno-deprecated-declarations
/* Race-free, although it looks otherwise: the only warning is about the error directive. */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 64, THREADS = 16 };
enum state { IDLE, DONE };

static int counter;
#pragma omp threadprivate(counter)
static double grid[N][N], other[N][N];
static int unknown_flag;
void take(void), give(void); /* may be a lock */

static void locked_add(int *to)
{
#pragma omp critical
	++*to;
}

static void variables(int n, int flag)
{
	int t, sum = 0, found = -1, state = IDLE, threads = 0, limit = 0, x = 3;
	omp_lock_t lock;
	omp_init_lock(&lock);
#pragma omp parallel for private(t)
	for (int i = 0; i < n; i++)
		t = i, counter += t;
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
#pragma omp atomic
		sum += i;
#pragma omp critical
		limit = sum > 1 ? limit : sum + i;
		if (i == n / 2)
			found = i;
		omp_set_lock(&lock);
		x += i;
		omp_unset_lock(&lock);
	}
#pragma omp parallel
	{
		threads = omp_get_num_threads();
		state = DONE;
		if (omp_get_thread_num() == 0)
			sum = 1;
		take();
		x++;
		give();
	}
#pragma omp parallel
	{
#pragma omp single
		sum = 2;
#pragma omp master
		x = omp_get_thread_num();
#pragma omp barrier
		x == 2 ? puts("2") : puts("not 2");
#pragma omp sections
		{
			found = 1;
#pragma omp section
			limit = 2;
		}
	}
#pragma omp parallel if (0)
	sum = omp_get_thread_num();
#pragma omp parallel num_threads(1)
	sum = omp_get_thread_num();
#pragma omp parallel for
	for (int i = 0; i < 1; i++)
		sum += i;
#pragma omp parallel for ordered
	for (int i = 0; i < n; i++)
#pragma omp ordered
		sum += i;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		locked_add(&sum);
	if (flag) {
#pragma omp parallel for firstprivate(x) lastprivate(limit)
		for (int i = 0; i < n; i++) {
			x += i;
			limit = x;
		}
	}
	omp_destroy_lock(&lock);
	printf("%d %d %d %d %d\n", sum, found, state, threads, limit);
}

static void elements(int n, double *a, double *b, const int *index)
{
	double part[THREADS] = {0}, rows[THREADS][N];
#pragma omp parallel
	{
		int id = omp_get_thread_num(), all = omp_get_num_threads(), j;
		for (int i = id; i < n; i += all)
			part[id % THREADS] += a[i];
		for (j = n * id / all; j < n * (id + 1) / all; j++)
			b[j] = a[j];
		for (int i = 0; i < N; i++)
			rows[id % THREADS][i] = i;
#pragma omp for nowait
		for (int i = 0; i < n; i++)
			a[i] = i;
#pragma omp for
		for (int i = 0; i < n; i++)
			b[i] = a[i] + rows[0][0];
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		a[index[i]] += i;
		b[i] = a[i] + b[i + n];
	}
#pragma omp parallel for
	for (int i = 0; i < N / 2; i++) {
		a[2 * i] = a[2 * i + 1];
		b[i] = b[i + N / 2];
	}
#pragma omp parallel for
	for (int i = 0; i < N - 1; i += 2)
		a[i] = a[i + 1];
#pragma omp parallel for
	for (int i = 1; i < n; i++)
		for (int j = 1; j < n; j++)
			grid[i][j] = grid[i][j - 1] + other[i - 1][j];
	for (int color = 0; color < 2; color++)
#pragma omp parallel for
		for (int i = 1; i < N - 1; i++)
			for (int j = 1 + (i + color) % 2; j < N - 1; j += 2)
				grid[i][j] = (grid[i - 1][j] + grid[i + 1][j]) / 2;
	for (int k = 0; k < n; k++)
#pragma omp parallel for
		for (int i = k + 1; i < n; i++)
			for (int j = k + 1; j < n; j++)
				grid[i][j] -= grid[i][k] * grid[k][j];
	printf("%g\n", part[0]);
}

static void values(int n)
{
	int a, b, c, i;
	double w[N];
#pragma omp parallel private(a, b, c, w, i)
	{
		scanf("%d", &a);
		for (i = 0; i < N; i++)
			w[i] = a;
		if (n)
			b = 1;
		else
			b = (int)w[n];
		switch (b) {
		case 1: c = 2; break;
		default: c = 3;
		}
		(void)sizeof c;
		printf("%d\n", c);
	}
#pragma omp parallel for private(i)
	for (i = 0; i < n; i++)
		printf("%d\n", i);
}

static int fib(int n)
{
	int a, b, c = 0;
	if (n < 2)
		return n;
#pragma omp task shared(a)
	a = fib(n - 1);
#pragma omp task shared(b)
	b = fib(n - 2);
#pragma omp taskwait
#pragma omp taskgroup
	{
#pragma omp task shared(c)
		c = a + b;
	}
#pragma omp task shared(a) if (n > 5)
	a = c;
#pragma omp task shared(b)
	a = fib(b);
	give();
	return a + c;
}

static void spin(int n, int *data)
{
	int ready = 0, x = 0;
#pragma omp parallel sections
	{
		{
			x = 1;
#pragma omp critical
			ready = 1;
		}
#pragma omp section
		{
			for (int done = 0; !done;) {
#pragma omp critical
				done = ready;
			}
			x = 2;
		}
	}
#pragma omp parallel for ordered(1)
	for (int i = 1; i < n; i++) {
#pragma omp ordered depend(sink : i - 1)
		data[i] += data[i - 1] + x;
#pragma omp ordered depend(source)
	}
}

int main(void)
{
	int data[N] = {0};
	printf("%d\n", fib(5));
	spin(N, data);
	double a[2 * N] = {0}, b[2 * N] = {0};
	int index[N] = {0};
	variables(N, unknown_flag);
	elements(N, a, b, index);
	values(N);
#pragma omp error severity(warning) message("the only one") // warning: the only one
}
