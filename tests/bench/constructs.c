/*
 * constructs.c - what one use of each construct costs.  Prints "NAME NANOSECONDS" for each; with arguments, only for those
 * named.  A row is the smallest of five timings, each long enough to be measured.
 */
#include <omp.h>
#include <stdio.h>
#include <string.h>

enum { TIMINGS = 5 };

static volatile int sink;

static long parallel(int count)
{
	for (int i = 0; i < count; i++) {
		#pragma omp parallel
		sink = 0;
	}
	return count;
}

static long loop(int count)
{
	#pragma omp parallel
	for (int i = 0; i < count; i++) {
		#pragma omp for
		for (int k = 0; k < 64; k++)
			sink = k;
	}
	return count;
}

static long barrier(int count)
{
	#pragma omp parallel
	for (int i = 0; i < count; i++) {
		#pragma omp barrier
	}
	return count;
}

static long single(int count)
{
	#pragma omp parallel
	for (int i = 0; i < count; i++) {
		#pragma omp single
		sink = 0;
	}
	return count;
}

static long critical(int count)
{
	int value = 0;
	#pragma omp parallel
	for (int i = 0; i < count; i++) {
		#pragma omp critical
		value++;
	}
	sink = value;
	return (long)count * omp_get_max_threads();
}

static long atomic(int count)
{
	int value = 0;
	#pragma omp parallel
	for (int i = 0; i < count; i++) {
		#pragma omp atomic
		value++;
	}
	sink = value;
	return (long)count * omp_get_max_threads();
}

static long ordered(int count)
{
	#pragma omp parallel for ordered schedule(static, 1)
	for (int i = 0; i < count; i++) {
		#pragma omp ordered
		sink = i;
	}
	return count;
}

static long reduction(int count)
{
	double sum = 0;
	for (int i = 0; i < count; i++) {
		#pragma omp parallel reduction(+ : sum)
		sum += 1;
	}
	sink = (int)sum;
	return count;
}

static long dynamic(int count)
{
	#pragma omp parallel for schedule(dynamic, 1)
	for (int i = 0; i < count; i++)
		sink = i;
	return count;
}

static long guided(int count)
{
	#pragma omp parallel for schedule(guided, 1)
	for (int i = 0; i < count; i++)
		sink = i;
	return count;
}

static int fib(int n)
{
	int x, y;
	if (n < 2)
		return n;
	#pragma omp task shared(x)
	x = fib(n - 1);
	#pragma omp task shared(y)
	y = fib(n - 2);
	#pragma omp taskwait
	return x + y;
}

/* fib(n) makes 2 * fib(n + 1) - 2 tasks. */
static long fib_tasks(int count)
{
	int n = 1;
	long tasks = 0, before = 1, now = 1;
	while (tasks < count) {
		long next = before + now;
		before = now;
		now = next;
		n++;
		tasks = 2 * now - 2;
	}
	#pragma omp parallel
	#pragma omp single
	sink = fib(n);
	return tasks;
}

static long producer(int count)
{
	#pragma omp parallel
	#pragma omp single
	for (int i = 0; i < count; i++) {
		#pragma omp task
		sink = i;
	}
	return count;
}

static const struct {
	const char *name;
	long (*run)(int count); /* returns how many constructs were executed */
	int count;
} rows[] = {
	{"parallel", parallel, 4000},     {"for", loop, 8000},          {"barrier", barrier, 8000},
	{"single", single, 8000},         {"critical", critical, 50000}, {"atomic", atomic, 100000},
	{"ordered", ordered, 20000},      {"reduction", reduction, 4000}, {"dynamic,1", dynamic, 100000},
	{"guided", guided, 100000},       {"fib-tasks", fib_tasks, 30000}, {"one-producer", producer, 20000},
};

static double nanoseconds(long (*run)(int), int count)
{
	double best = 0;
	run(count / 10);
	for (int i = 0; i < TIMINGS; i++) {
		double start = omp_get_wtime();
		long done = run(count);
		double each = (omp_get_wtime() - start) * 1e9 / (double)done;
		if (i == 0 || each < best)
			best = each;
	}
	return best;
}

int main(int argc, char **argv)
{
	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int wanted = argc < 2;
		for (int k = 1; k < argc; k++)
			wanted |= strcmp(argv[k], rows[i].name) == 0;
		if (wanted)
			printf("%s %.1f\n", rows[i].name, nanoseconds(rows[i].run, rows[i].count));
	}
	return 0;
}
