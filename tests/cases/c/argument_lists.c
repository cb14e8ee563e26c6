// A va_list that was started outside is read in a region, as a local variable and as a parameter.
// expect: 6 7
#include <stdarg.h>
#include <stdio.h>

static int total(int count, ...)
{
	va_list ap;
	int sum = 0;

	va_start(ap, count);
#pragma omp parallel
#pragma omp single
	for (int i = 0; i < count; i++)
		sum += va_arg(ap, int);
	va_end(ap);
	return sum;
}

static int of_list(int count, va_list ap)
{
	int sum = 0;

#pragma omp parallel
#pragma omp single
	for (int i = 0; i < count; i++)
		sum += va_arg(ap, int);
	return sum;
}

static int passed_on(int count, ...)
{
	va_list ap;

	va_start(ap, count);
	int sum = of_list(count, ap);
	va_end(ap);
	return sum;
}

int main(void)
{
	printf("%d %d\n", total(3, 1, 2, 3), passed_on(3, 1, 2, 4));
	return 0;
}
