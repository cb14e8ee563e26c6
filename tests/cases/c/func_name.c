// __func__, __FUNCTION__ and __PRETTY_FUNCTION__ in a region name the user's function.
// expect: named named named 5 6
#include <stdio.h>
#include <string.h>

#define WHERE __func__

static void named(const char **a, const char **b, const char **c, unsigned long *length, unsigned long *size)
{
#pragma omp parallel
	{
#pragma omp single
		{
			*a = __func__;
			*b = __extension__ __FUNCTION__;
			*c = __extension__ __PRETTY_FUNCTION__;
			*length = strlen(WHERE);
			*size = sizeof __func__;
		}
	}
}

int main(void)
{
	const char *a = "", *b = "", *c = "";
	unsigned long length = 0, size = 0;

	named(&a, &b, &c, &length, &size);
	printf("%s %s %.5s %lu %lu\n", a, b, strstr(c, "named"), length, size);
	return 0;
}
