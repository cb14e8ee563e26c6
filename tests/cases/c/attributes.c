// Locals with attributes aligned, unused, cleanup and packed types, captured and declared in regions.
// expect: 4950 1 1 10 9
#include <stdint.h>
#include <stdio.h>

static int cleaned;

static void clean(int *x)
{
#pragma omp atomic
	cleaned += *x;
}

struct __attribute__((packed)) tight {
	char c;
	int i;
	int j;
};

int main(void)
{
	double work[8] __attribute__((aligned(64)));
	int unused __attribute__((unused)) = 3;
	struct tight t = {1, 2, 3};
	int aligned = 1, inner = 1, size = 0;
	long sum = 0;

	work[0] = 0;
#pragma omp parallel private(work) reduction(& : aligned, inner) reduction(+ : sum)
	{
		char buffer[100] __attribute__((aligned(32), unused));
		int unused __attribute__((unused));
		work[0] = 1;
		aligned &= (uintptr_t)work % 64 == 0;
		inner &= (uintptr_t)buffer % 32 == 0;
#pragma omp for
		for (int i = 0; i < 100; i++)
			sum += (long)work[0] * i;
#pragma omp for
		for (int i = 0; i < 10; i++) {
			int one __attribute__((cleanup(clean))) = 1;
			(void)one;
		}
#pragma omp single
		{
			t.j = (int)sizeof t;
			size = t.j;
		}
	}
	printf("%ld %d %d %d %d\n", sum, aligned, inner, cleaned, size);
	return 0;
}
