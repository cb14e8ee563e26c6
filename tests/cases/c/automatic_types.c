// __auto_type and __typeof__ variables, captured and declared in regions, also of unnamed and array types.
// expect: 4950 7.5 3 2
#include <stdio.h>

int main(void)
{
	struct {
		int x, y;
	} unnamed = {1, 2};
	__auto_type half = 0.5;
	__typeof__(unnamed) copies[3];
	__typeof__(int[2]) both = {3, 4};
	long sum = 0;
	double total = 0;

#pragma omp parallel for reduction(+ : total) shared(half, copies)
	for (int i = 0; i < 15; i++) {
		__auto_type mine = half;
		total += mine;
		if (i < 3)
			copies[i].y = 2;
	}
#pragma omp parallel firstprivate(both)
	{
		__typeof__(&both[0]) p = both;
#pragma omp for reduction(+ : sum)
		for (__typeof__(both[0]) i = 0; i < 100; i++)
			sum += i + *p - 3;
#pragma omp single
		unnamed.x = *p;
	}
	printf("%ld %.1f %d %d\n", sum, total, unnamed.x, copies[0].y);
	return 0;
}
