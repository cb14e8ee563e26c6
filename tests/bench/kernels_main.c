/*
 * kernels_main.c - times the loops of kernels.h in their three forms, one after the other in an order that alternates, with
 * the data on the device.  Prints "NAME HAND KERNEL THREADS HAND KERNEL THREADS" once for each repetition, in nanoseconds of
 * time and then of the processors' time, which other programs on the machine hardly change, and checks the results.
 *
 *     kernels [repetitions [name ...]]
 */
#include "kernels.h"

#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct data data;

static const char *const names[KERNELS] = {"empty", "vector_add", "triad", "dot", "pi", "matmul", "matmul_tiled", "stencil", "stencil_error", "histogram", "sparse", "n_body"};

static void prepare(void)
{
	enum { MOST = 16 };
	double *a = data.a = memory_by_hand(LENGTH * sizeof *a), *b = data.b = memory_by_hand(LENGTH * sizeof *b), *c = data.c = memory_by_hand(LENGTH * sizeof *c);
	int *counts = data.counts = memory_by_hand(BINS * sizeof *counts), *begins = data.begins = memory_by_hand((ROWS + 1) * sizeof *begins);
	int *columns = data.columns = memory_by_hand(ROWS * MOST * sizeof *columns);
	float **bodies[] = {&data.x, &data.y, &data.z, &data.fx, &data.fy, &data.fz};
	for (int i = 0; i < LENGTH; i++) {
		a[i] = i % 7 + i % 1013 * 0.001;
		b[i] = i % 5;
		c[i] = 0;
	}
	memset(counts, 0, BINS * sizeof *counts);
	begins[0] = 0;
	for (int row = 0; row < ROWS; row++) {
		int length = 4 + row % 9;
		for (int e = 0; e < length; e++)
			columns[begins[row] + e] = (row + e * e * 37) % ROWS;
		begins[row + 1] = begins[row] + length;
	}
	for (int k = 0; k < 6; k++) {
		*bodies[k] = memory_by_hand(BODIES * sizeof **bodies[k]);
		for (int i = 0; i < BODIES; i++)
			(*bodies[k])[i] = (float)((i * (k + 3)) % 97);
	}
}

/* One number that changes when a result does. */
static double result(int k)
{
	double sum = data.sum;
	if (k == EMPTY || k == HISTOGRAM) {
		for (int i = 0; i < BINS; i++)
			sum += data.counts[i] * (i + 1.0);
		memset(data.counts, 0, BINS * sizeof *data.counts);
		return sum;
	}
	for (int i = 0; i < LENGTH; i += 3)
		sum += data.c[i] * (i % 11);
	for (int i = 0; i < BODIES; i++)
		sum += (data.fx[i] + data.fy[i] + data.fz[i]) * (i % 13);
	return sum;
}

static double processor_time(void)
{
	struct timespec time;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

struct seconds {
	double wall, processor;
};

static struct seconds seconds_of(void (*form)(void), int calls)
{
	double wall = omp_get_wtime(), processor = processor_time();
	for (int i = 0; i < calls; i++)
		form();
	return (struct seconds){(omp_get_wtime() - wall) / calls, (processor_time() - processor) / calls};
}

/* The time of one form; *first: the result of the first. */
static struct seconds measure(void (*form)(void), int k, int calls, double *first)
{
	if (!form)
		return (struct seconds){0, 0};
	struct seconds seconds = seconds_of(form, calls);
	double *a = data.a, *c = data.c;
	int *counts = data.counts;
	float *fx = data.fx, *fy = data.fy, *fz = data.fz;
	if (k != EMPTY && form == as_kernels[k]) {
		#pragma omp target update from(c[0:LENGTH], counts[0:BINS], fx[0:BODIES], fy[0:BODIES], fz[0:BODIES])
	}
	double value = result(k);
	(void)a;
	if (k == HISTOGRAM) {
		#pragma omp target update to(counts[0:BINS])
	}
	if (isnan(*first))
		*first = value;
	else if (fabs(value - *first) > 1e-5 * fabs(*first)) {
		fprintf(stderr, "%s: %.17g, and %.17g in another form\n", names[k], value, *first);
		exit(1);
	}
	return seconds;
}

static void compare(int k, int repetitions)
{
	void (*const forms[])(void) = {by_hand[k], as_kernels[k], on_threads[k]};
	double first = NAN;
	for (int r = -1; r < repetitions; r++) { /* the first one builds */
		struct seconds seconds[3];
		for (int f = 0; f < 3; f++) {
			int form = (f + r + 3) % 3;
			seconds[form] = measure(forms[form], k, k == EMPTY && r >= 0 ? 200 : 1, &first);
		}
		if (r >= 0)
			printf("%s %.0f %.0f %.0f %.0f %.0f %.0f\n", names[k], seconds[0].wall * 1e9, seconds[1].wall * 1e9, seconds[2].wall * 1e9,
			       seconds[0].processor * 1e9, seconds[1].processor * 1e9, seconds[2].processor * 1e9);
	}
	fflush(stdout);
}

int main(int argc, char **argv)
{
	prepare_by_hand();
	prepare();
	double *a = data.a, *b = data.b, *c = data.c;
	int *counts = data.counts, *begins = data.begins, *columns = data.columns;
	float *x = data.x, *y = data.y, *z = data.z, *fx = data.fx, *fy = data.fy, *fz = data.fz;
	#pragma omp target data map(to : a[0:LENGTH], b[0:LENGTH], c[0:LENGTH], counts[0:BINS], begins[0:ROWS + 1], columns[0:ROWS * 16], x[0:BODIES], y[0:BODIES], z[0:BODIES], \
				    fx[0:BODIES], fy[0:BODIES], fz[0:BODIES])
	for (int k = 0; k < KERNELS; k++) {
		int wanted = argc <= 2;
		for (int i = 2; i < argc; i++)
			wanted |= !strcmp(argv[i], names[k]);
		if (wanted)
			compare(k, argc > 1 ? atoi(argv[1]) : 9);
	}
	return 0;
}
