// Regions in static inline, _Noreturn, variadic, attributed and pointer-returning functions.
// expect: 4950 60 4950 100 done
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static inline long quick(const int n)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += i;
	return sum;
}

static int variadic(int n, ...)
{
	int total = 0, values[8];
	va_list arguments;

	va_start(arguments, n);
	for (int i = 0; i < n; i++)
		values[i] = va_arg(arguments, int);
	va_end(arguments);
#pragma omp parallel for reduction(+ : total)
	for (int i = 0; i < n; i++)
		total += values[i];
	return total;
}

__attribute__((noinline, cold, nonnull(1))) static const int *fill(int v[static 100], int n)
{
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		v[i] = i;
	return v;
}

static int(*row(int (*rows)[100], int n))[100]
{
#pragma omp parallel for
	for (int i = 0; i < 100; i++)
		rows[n][i] = 1;
	return rows + n;
}

_Noreturn static void finish(const char *text)
{
#pragma omp parallel
	{
#pragma omp single
		printf("%s\n", text);
	}
	exit(0);
}

int main(void)
{
	int v[100], rows[2][100];
	const int *filled = fill(v, 100);
	int(*last)[100] = row(rows, 1);
	int sum = 0, ones = 0;

	for (int i = 0; i < 100; i++) {
		sum += filled[i];
		ones += (*last)[i];
	}
	printf("%ld %d %d %d ", quick(100), variadic(3, 10, 20, 30), sum, ones);
	finish("done");
}
