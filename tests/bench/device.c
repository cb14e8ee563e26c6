/*
 * device.c - what kernels cost.  Prints "NAME NANOSECONDS" for each, with the data on the device already; with arguments,
 * only for those named.  A row is the smallest of several timings.  device_opencl.c has the same by hand.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TIMINGS = 9, N = 1 << 22, ORDER = 384, GRID = 1024, BINS = 256 };

static double *a, *b, *c, sum;
static int *counts;

static void empty(void)
{
	#pragma omp target
	;
}

static void vector_add(void)
{
	#pragma omp target teams loop
	for (int i = 0; i < N; i++)
		c[i] = a[i] + b[i];
}

static void triad(void)
{
	#pragma omp target teams distribute parallel for
	for (int i = 0; i < N; i++)
		a[i] = b[i] + 3.0 * c[i];
}

static void dot(void)
{
	double result = 0;
	#pragma omp target teams distribute parallel for reduction(+ : result)
	for (int i = 0; i < N; i++)
		result += a[i] * b[i];
	sum = result;
}

static void pi(void)
{
	double result = 0;
	#pragma omp target teams loop reduction(+ : result)
	for (int i = 0; i < N; i++) {
		double x = (i + 0.5) / N;
		result += 4.0 / (1.0 + x * x);
	}
	sum = result / N;
}

static void matmul(void)
{
	#pragma omp target teams loop collapse(2)
	for (int i = 0; i < ORDER; i++)
		for (int j = 0; j < ORDER; j++) {
			double total = 0;
			for (int k = 0; k < ORDER; k++)
				total += a[i * ORDER + k] * b[k * ORDER + j];
			c[i * ORDER + j] = total;
		}
}

static void stencil(void)
{
	#pragma omp target teams distribute parallel for collapse(2)
	for (int i = 1; i < GRID - 1; i++)
		for (int j = 1; j < GRID - 1; j++)
			c[i * GRID + j] = 0.2 * (a[i * GRID + j] + a[(i - 1) * GRID + j] + a[(i + 1) * GRID + j] + a[i * GRID + j - 1] + a[i * GRID + j + 1]);
}

static void histogram(void)
{
	#pragma omp target teams distribute parallel for
	for (int i = 0; i < N; i++) {
		#pragma omp atomic
		counts[(unsigned)i * 2654435761u >> 24]++;
	}
}

static const struct {
	const char *name;
	void (*run)(void);
} rows[] = {{"empty", empty}, {"vector_add", vector_add}, {"triad", triad}, {"dot", dot}, {"pi", pi}, {"matmul", matmul}, {"stencil", stencil}, {"histogram", histogram}};

int main(int argc, char **argv)
{
	a = malloc(N * sizeof *a), b = malloc(N * sizeof *b), c = malloc(N * sizeof *c), counts = calloc(BINS, sizeof *counts);
	for (int i = 0; i < N; i++)
		a[i] = b[i] = c[i] = i % 7;
	#pragma omp target enter data map(to : a[0:N], b[0:N], c[0:N], counts[0:BINS])
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		double best = 1e9;
		int wanted = argc == 1;
		for (int i = 1; i < argc; i++)
			wanted |= !strcmp(argv[i], rows[r].name);
		for (int t = 0; wanted && t <= TIMINGS; t++) {
			int calls = t > 0 && !strcmp(rows[r].name, "empty") ? 200 : 1;
			double start = omp_get_wtime();
			for (int i = 0; i < calls; i++)
				rows[r].run();
			double seconds = (omp_get_wtime() - start) / calls;
			if (t > 0 && seconds < best) /* the first builds it */
				best = seconds;
		}
		if (wanted)
			printf("%s %.0f\n", rows[r].name, best * 1e9);
	}
	#pragma omp target exit data map(from : a[0:N], c[0:N]) map(release : b[0:N], counts[0:BINS])
	return 0;
}
