/* Pointers that trade places between steps: their arrays stay on the device over all steps. */
// offloads: 10
// moves: 79 copies, 6072 bytes
#include <stdio.h>
#include <stdlib.h>

#define SWAP(a, b)                       \
	do {                             \
		double *swapped = (a);   \
		(a) = (b);               \
		(b) = swapped;           \
	} while (0)

static double sum_of(const double *a, int n)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += (i % 5 + 1) * a[i];
	return sum;
}

/* Two arrays of the function, and the result in either of them. */
static double heat(int n, int steps)
{
	double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v);
	for (int i = 0; i < n; i++)
		u[i] = v[i] = i * i % 7;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 1; i < n - 1; i++)
			v[i] = u[i] + 0.25 * (u[i - 1] - 2 * u[i] + u[i + 1]);
		double *swap = u;
		u = v;
		v = swap;
	}
	double sum = sum_of(u, n);
	free(u);
	free(v);
	return sum;
}

/* A parameter and an array of the caller's, by a macro; the host looks at an element of each step, and stops early. */
static double waves(double *restrict first, double *restrict second, int n)
{
	double *now = first, *next = second, seen = 0;
	for (int t = 0; t < 20; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			next[i] = 0.5 * now[(n - 1) - i] + t;
		SWAP(now, next);
		seen += now[2];
		if (seen > 100)
			break;
	}
	return seen + sum_of(now, n);
}

/* Three arrays in a ring, with steps in a function. */
static void step(int n, double *restrict out, const double *restrict a, const double *restrict b)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		out[i] = a[i] + 0.5 * b[i];
}

static double ring(int n, int steps)
{
	double *a = calloc(n, sizeof *a), *b = calloc(n, sizeof *b), *c = calloc(n, sizeof *c), *spare;
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		a[i] = i;
		b[i] = 1;
	}
	for (int t = 0; t < steps; t++) {
		step(n, c, a, b);
		spare = a;
		a = b;
		b = c;
		c = spare;
		if (t % 4 == 3)
			b[0] = 10 * a[1];
	}
	double sum = sum_of(a, n) + 2 * sum_of(b, n) + 3 * sum_of(c, n);
	free(a), free(b), free(c);
	return sum;
}

/* Arrays of different lengths: only the part that is used in each place is there for sure. */
static double lengths(int n, int steps)
{
	double *u = malloc((n + 2) * sizeof *u), *v = malloc(n * sizeof *v), sum = 0;
	for (int i = 0; i < n; i++)
		u[i + 2] = v[i] = u[i % 2] = i;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			u[i] += v[i];
		SWAP(u, v);
	}
	for (int i = 0; i < n; i++)
		sum += u[i] - 2 * v[i];
	free(u);
	free(v);
	return sum;
}

/* Not an exchange: after it both names lead to one array. */
static double lost(int n)
{
	double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *first = u, *second = v, *old;
	for (int i = 0; i < n; i++)
		u[i] = v[i] = i;
	for (int t = 0; t < 3; t++) {
		old = u;
		u = v;
		if (t == 1)
			v = old;
		#pragma omp parallel for // remark: may be the same memory
		for (int i = 0; i < n; i++)
			u[i] = v[i] + t;
	}
	double sum = sum_of(first, n) + 2 * sum_of(second, n);
	free(first);
	free(second);
	return sum;
}

/* The host works between the assignments, by the name that two of them lead to. */
static double between(int n, int steps)
{
	double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), sum = 0;
	for (int i = 0; i < n; i++)
		u[i] = v[i] = i % 3;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			v[i] += 2 * u[i];
		double *swap = u;
		u = v;
		sum += u[1] + swap[0];
		v[2] = t;
		v = swap;
		sum += v[2];
	}
	sum += sum_of(u, n) + 3 * sum_of(v, n);
	free(u);
	free(v);
	return sum;
}

/* The arrays have names of their own, by which the host reads them afterwards, and a pointer that stays behind. */
static double named(int n, int steps)
{
	double *one = malloc(n * sizeof *one), *two = malloc(n * sizeof *two), *u = one, *v = two;
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		one[i] = two[i] = i;
	double *kept = u;
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for
		for (int i = 0; i < n; i++)
			v[i] = u[n - 1 - i] + 1;
		kept[1] += 1;
		SWAP(u, v);
	}
	double sum = sum_of(one, n) + 2 * sum_of(two, n) + 3 * kept[0];
	free(one);
	free(two);
	return sum;
}

/* New arrays for each round, and steps in an inner loop. */
static double rounds(int n)
{
	double sum = 0;
	for (int r = 1; r < 4; r++) {
		double *u = malloc(n * r * sizeof *u), *v = malloc(n * r * sizeof *v);
		#pragma omp parallel for
		for (int i = 0; i < n * r; i++)
			u[i] = v[i] = i + r;
		for (int t = 0; t < r; t++) {
			#pragma omp parallel for
			for (int i = 0; i < n * r; i++)
				v[i] = 0.5 * u[i] + t;
			SWAP(u, v);
		}
		sum += sum_of(u, n * r);
		free(u);
		free(v);
	}
	return sum;
}

int main(void)
{
	double a[16], b[16];
	for (int i = 0; i < 16; i++)
		a[i] = b[i] = i;
	printf("%.12g %.12g\n", heat(40, 7), heat(40, 0));
	printf("%.12g\n", waves(a, b, 16));
	printf("%.12g\n", ring(24, 9));
	printf("%.12g %.12g\n", lengths(10, 1), lost(12));
	printf("%.12g %.12g %.12g\n", between(14, 5), named(9, 3), rounds(6));
	return 0;
}
