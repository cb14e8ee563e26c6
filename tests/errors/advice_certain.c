// flags: -Wall -Wno-deprecated-declarations
/* Race-free where it looks otherwise: one thread, one iteration, the host as the device, branches that exclude each other.  And warnings
   without a proposal that would change what the program computes: the only ones are marked. */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 64, ONE_STEP = 1 };
#define EACH(i, n) for (int i = 0; i < (n); i++)
#define BOTH(x) do { total += (x); } while (0)

static void on_the_host(int n)
{
	double *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y);
#pragma omp target if (n < 0)
	x[0] = 1;
#pragma omp target device(omp_get_initial_device())
	x[1] = 2;
#pragma omp target device(0)
	y[0] = 1; // warning: 'y' points to memory of the host
	free(x);
	free(y);
}

static int one_thread(int n, int *p)
{
	const int one = 1;
	int x = 0;
#pragma omp parallel for num_threads(2 - 1)
	for (int i = 0; i < n; i++)
		x += p[i];
#pragma omp parallel num_threads(one)
	x++;
#pragma omp parallel for if (n < 0)
	for (int i = 0; i < n; i++)
		x += p[i];
#pragma omp parallel for schedule(static, 100)
	for (int i = 0; i < 100; i++)
		x += p[0] + i;
#pragma omp parallel for schedule(static, n)
	for (int i = 0; i < n; i++)
		x += p[i];
#pragma omp parallel for schedule(static, 16) num_threads(2)
	for (int i = 1; i < 16; i++)
		p[i] = p[i - 1] + 1;
#pragma omp parallel for schedule(static, 8)
	for (int i = 0; i < 16; i++)
		x += p[i]; // warning: 'x' is shared by all threads but written in every iteration
	return x;
}

static int one_set(int n)
{
	int x = 0;
	omp_set_num_threads(1);
#pragma omp parallel
	x += n;
	return x;
}

static int one_iteration(int *a)
{
	int x = 0, n = 2;
	const int half = 2;
#pragma omp parallel for
	for (int i = 0; i < 2; i += 2)
		x += a[i];
#pragma omp parallel for collapse(2)
	for (int i = 0; i < ONE_STEP; i++)
		for (int j = 0; j < 1; j++)
			x += a[i];
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		a[i] += a[i + 2];
#pragma omp parallel for
	for (int i = 0; i < half; i++)
		a[i] += a[i + 2];
#pragma omp parallel for
	for (int i = n; i < n + 1; i++)
		x += a[i];
	const int one = 1;
#pragma omp parallel for
	for (int i = 0; i < one; i++)
		x += a[i];
#pragma omp parallel for
	for (int i = 0; i < 3; i++)
		a[i] += a[i + 2]; // warning: an iteration of 'parallel for' uses what the one 2 after it overwrites
	return x;
}

static void same_iterations(int n, double *a, double *b)
{
#pragma omp parallel
	{
#pragma omp for schedule(static) nowait
		for (int i = 0; i < n; i++)
			a[i] = i;
#pragma omp for schedule(static)
		for (int i = 1; i < n + 1; i++)
			b[i] = a[i - 1];
	}
}

static int branches(int c)
{
	int a = 1, b = 0;
	if (c) {
#pragma omp task shared(a)
		a = 2;
	} else {
		b = a;
	}
#pragma omp taskwait
	switch (c) {
	case 1:
#pragma omp task shared(a)
		a = 3;
		break;
	default:
		b += a;
	}
#pragma omp taskwait
	if (c)
#pragma omp task shared(a)
		a = 4;
	else
		b += a;
#pragma omp taskwait
	return a + b;
}

static int exclusion(int n, int *p, int *out)
{
	int k = 0, done = 0, seen = 0, calls = 0;
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		int my;
#pragma omp critical
		my = k++;
		out[my] = p[i];
#pragma omp critical(report)
		printf("%d of %d\n", ++done, n);
#pragma omp critical(count)
		{
			seen++;
			printf("%d\n", seen);
		}
#pragma omp critical(draw)
		calls += rand();
	}
	return k + done + seen + calls;
}

static int macros(int n, int *p)
{
	int total = 0;
#pragma omp parallel for reduction(+ : total)
	EACH(i, n)
		BOTH(p[i]);
	return total;
}

int main(void)
{
	int p[N + 2] = {0}, out[N + 2] = {0};
	double a[N + 2], b[N + 2];
	on_the_host(N);
	same_iterations(N, a, b);
	printf("%d %d %d\n", one_thread(N, p), one_iteration(p), one_set(N));
	printf("%d %d %d\n", branches(1), exclusion(N, p, out), macros(N, p));
}
