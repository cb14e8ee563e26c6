/* Where memory comes from: functions of the file that allocate, pointers at file scope, what calls give beside these. */
// offloads: 6
#include <stdio.h>
#include <stdlib.h>

static double *u, *v, *shifted;
static int *order;
static int size;
static double table[100];

static void *checked(size_t bytes)
{
	void *p = malloc(bytes);
	if (!p) {
		perror("malloc");
		exit(1);
	}
	return p;
}

static double *zeros(int n)
{
	double *a = NULL;
	if (n > 0)
		a = (double *)calloc(n, sizeof(double));
	return a;
}

/* These return memory that another pointer leads to already. */
static double *cache(int n)
{
	static double *kept;
	if (!kept)
		kept = malloc(n * sizeof *kept);
	return kept;
}

static double *next(double *a)
{
	return a + 1;
}

static double *either(int n, double *a)
{
	double *b = malloc(n * sizeof *b);
	if (a) {
		free(b);
		b = a;
	}
	return b;
}

static void set_up(int n)
{
	size = n;
	u = checked(size * sizeof *u);
	v = malloc(sizeof(double) * size);
	order = checked(size * sizeof(int));
	shifted = v;
	shifted++;
}

static void step(void)
{
	#pragma omp parallel for
	for (int i = 0; i < size; i++)
		v[i] = u[order[i]] * 2;
	#pragma omp parallel for
	for (int i = 0; i < size - 1; i++)
		shifted[i] += v[i + 1]; // remark: 'v' and 'shifted' may be the same memory
}

static void fill(double *to, int n)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		to[i] = table[i] + u[i];
}

int main(void)
{
	int n = 50;
	set_up(n);
	double *a = checked(n * sizeof *a), *b = zeros(n), *c = cache(n), *d = cache(n), *e = next(b), *f = malloc(n * sizeof *f), *g = either(n, b);
	int *map = malloc(n * sizeof *map);
	if (!b || !c || !d || !f || !g || !map)
		return 1;
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		order[i] = n - 1 - i;
		map[i] = i ^ 1;
	}
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		u[i] = i;
		a[i] = 3 * i;
	}
	step();
	#pragma omp parallel for
	for (int i = 0; i < n / 2; i++)
		b[map[2 * i]] = a[map[2 * i]] + 1;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		c[i] = i;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		c[i] += d[i]; // remark: 'c' and 'd' may be the same memory
	#pragma omp parallel for
	for (int i = 0; i < n / 2; i++)
		e[2 * i] += b[2 * i]; // remark: 'b' and 'e' may be the same memory
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		g[i] += b[i]; // remark: 'b' and 'g' may be the same memory
	fill(f, n);
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum = sum * 0.75 + a[i] + b[i] + c[i] + f[i] + v[i] + g[i];
	printf("%g\n", sum);
	free(a), free(b), free(c), free(f), free(u), free(v), free(order), free(map);
	return 0;
}
