/*
 * fib.c - Fibonacci numbers by tasks, without and with a cut-off.
 *
 * A poor way to compute them, and a good way to see what tasks cost: each one does next to nothing.
 *
 *     fib [n]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { CUT_OFF = 18 };

static long serial(int n)
{
	return n < 2 ? n : serial(n - 1) + serial(n - 2);
}

static long tasks(int n)
{
	long x, y;

	if (n < 2)
		return n;

	#pragma omp task shared(x)
	x = tasks(n - 1);

	#pragma omp task shared(y)
	y = tasks(n - 2);

	#pragma omp taskwait
	return x + y;
}

static long tasks_with_cut_off(int n)
{
	long x, y;

	if (n < CUT_OFF)
		return serial(n);

	#pragma omp task shared(x)
	x = tasks_with_cut_off(n - 1);

	y = tasks_with_cut_off(n - 2); /* no task for the second half: this thread has nothing else to do */

	#pragma omp taskwait
	return x + y;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		long (*function)(int n);
	} ways[] = {{"serial", serial}, {"tasks", tasks}, {"tasks with a cut-off", tasks_with_cut_off}};
	int n = argc > 1 ? atoi(argv[1]) : 27;

	for (int way = 0; way < 3; way++) {
		double start = omp_get_wtime();
		long result = 0;

		#pragma omp parallel
		#pragma omp single
		result = ways[way].function(n);

		printf("%-21s fib(%d) = %ld  %.3f seconds\n", ways[way].name, n, result, omp_get_wtime() - start);
	}
	return EXIT_SUCCESS;
}
