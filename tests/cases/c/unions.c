// Unions captured whole, by member and as private copies.
// expect: 1 4950 3.5 7
#include <stdio.h>

union value {
	long l;
	double d;
	struct {
		int low, high;
	} parts;
};

int main(void)
{
	union value a = {.l = 0}, b = {.d = 3.5}, results[100];
	int ok = 1, seven = 0;
	long sum = 0;

#pragma omp parallel for firstprivate(b) reduction(& : ok) shared(results)
	for (int i = 0; i < 100; i++) {
		ok &= b.d == 3.5;
		results[i].l = i;
	}
#pragma omp parallel for private(b) reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		b = results[i];
		sum += b.l;
	}
#pragma omp parallel
#pragma omp single
	{
		a.parts.high = 7;
		seven = a.parts.high;
	}
	printf("%d %ld %.1f %d\n", ok, sum, b.d, seven);
	return 0;
}
