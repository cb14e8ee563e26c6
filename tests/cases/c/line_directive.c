// The #line directives of the user: line numbers and file names that they set hold in and after regions.
// expect: 200 made.y 300 other.y 500
#include <stdio.h>
#include <string.h>

int main(void)
{
	int a = 0, b = 0;
	const char *file = "", *second = "";

#line 198 "made.y"
#pragma omp parallel num_threads(1)
	{
		a = __LINE__;
		file = __FILE__;
#line 300 "other.y"
		b = __LINE__; second = __FILE__;
	}
#line 500
	printf("%d %s %d %s %d\n", a, file, b, second, __LINE__);
	return 0;
}
