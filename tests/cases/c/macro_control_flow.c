// Macros that hold continue, goto, return in a statement function, and a hidden loop, in regions.
// expect: 2450 50 300 5
#include <stdio.h>

#define SKIP_IF(condition) if (condition) continue
#define REPEAT(n) for (int repeat_ = 0; repeat_ < (n); repeat_++)
#define FAIL(to) goto to
#define RETURN_IF(condition, value) do { if (condition) return (value); } while (0)

static int limited(int x)
{
	RETURN_IF(x > 5, 5);
	return x;
}

int main(void)
{
	long sum = 0;
	int failed = 0, repeated = 0, times = 3, most = 0;

#pragma omp parallel for reduction(+ : sum, failed, repeated) reduction(max : most)
	for (int i = 0; i < 100; i++) {
		REPEAT(times)
			repeated++;
		most = limited(i) > most ? limited(i) : most;
		if (i % 2)
			FAIL(odd);
		SKIP_IF(i < 0);
		sum += i;
		continue;
	odd:
		failed++;
	}
	printf("%ld %d %d %d\n", sum, failed, repeated, most);
	return 0;
}
