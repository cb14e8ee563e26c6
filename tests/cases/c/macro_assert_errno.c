// assert, errno and their like (macros of the C library) work inside regions, with captured operands.
// expect: 33 100
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	int limit = 100, failures = 0;
	int seen[100] = {0};

#pragma omp parallel for reduction(+ : failures)
	for (int i = 0; i < limit; i++) {
		assert(i < limit && "the bound is captured");
		errno = 0;
		if (i % 3 == 1)
			(void)strtol("99999999999999999999999999", NULL, 10);
		if (errno == ERANGE)
			failures++;
		seen[i] = errno == 0 || errno == ERANGE;
	}
	int all = 0;
	for (int i = 0; i < limit; i++)
		all += seen[i];
	printf("%d %d\n", failures, all);
	return 0;
}
