// assert in a region names the user's function in its message and its expression as written.
// expect: 4950
// expect: 1
#undef NDEBUG
#include <stdio.h>
#include <stdlib.h>

#define check(e) ((e) ? (void)0 : failed(#e, __FILE__, __LINE__, __func__))

static int failures;

static void failed(const char *expression, const char *file, int line, const char *function)
{
	int right = !__builtin_strcmp(expression, "limit < 0") && !__builtin_strcmp(function, "main") && line == 28;
	const char *base = __builtin_strrchr(file, '/');
#pragma omp atomic
	failures += right && !__builtin_strcmp(base ? base + 1 : file, "func_name_assert.c");
}

int main(void)
{
	int limit = 100;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < limit; i++) {
		if (i == 50)
			check(limit < 0);
		check(i < limit);
		sum += i;
	}
	printf("%ld\n%d\n", sum, failures);
	return 0;
}
