// va_start in a region has no function to belong to.
#include <stdarg.h>

int sum(int n, ...)
{
	int total = 0;
#pragma omp parallel
	{
		va_list arguments;
		va_start(arguments, n); // error: 'va_start' is not supported in a 'parallel' region
#pragma omp critical
		total += va_arg(arguments, int);
		va_end(arguments);
	}
	return total;
}
