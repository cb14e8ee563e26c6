// __LINE__ and __FILE__ in regions, in macros used there, in pragmas and after regions are the user's.
// expect: 16 18 23 27 33
// expect: line_numbers.c
// expect: 40
#include <stdio.h>
#include <string.h>

#define HERE __LINE__
#define KEEP(to) (to = HERE)

int main(void)
{
	int a = 0, b = 0, c = 0, d = 0, e = 0, n = 0;
	const char *file = "";
#pragma omp parallel num_threads(1)
	a = __LINE__;
#pragma omp parallel num_threads(1)
	{ b = __LINE__; }
#pragma omp parallel \
	num_threads(1)
	{
		int local = 0;
		KEEP(local);
		c = local;
#pragma omp single
		{
			d = HERE;
			file = strrchr("/" __FILE__, '/') + 1;
		}
	}
#pragma omp parallel for lastprivate(e)
	for (int i = 0; i < 100; i++)
		e = __LINE__;
#pragma omp parallel for num_threads(__LINE__ > 0 ? 1 : 2)
	for (int i = 0; i < __LINE__; i++)
#pragma omp atomic
		n++;
	printf("%d %d %d %d %d\n", a, b, c, d, e);
	printf("%s\n", file);
	printf("%d\n", n == 35 ? __LINE__ : -n);
	return 0;
}
