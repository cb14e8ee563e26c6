// A region that reads the caller's variable arguments.
// expect: 6 12
#include <stdarg.h>
#include <stdio.h>

static int sum(int count, ...)
{
	va_list list;
	int result = 0;
	va_start(list, count);
	#pragma omp parallel num_threads(2)
	#pragma omp single
	for (int i = 0; i < count; i++)
		result += va_arg(list, int);
	va_end(list);
	return result;
}

static int twice(int count, va_list list)
{
	int result = 0;
	#pragma omp parallel num_threads(2) shared(list)
	#pragma omp single
	{
		va_list copy;
		va_copy(copy, list);
		for (int i = 0; i < count; i++)
			result += va_arg(copy, int);
		va_end(copy);
		for (int i = 0; i < count; i++)
			result += va_arg(list, int);
	}
	return result;
}

static int call(int count, ...)
{
	va_list list;
	va_start(list, count);
	int result = twice(count, list);
	va_end(list);
	return result;
}

int main(void)
{
	printf("%d %d\n", sum(3, 1, 2, 3), call(3, 1, 2, 3));
	return 0;
}
