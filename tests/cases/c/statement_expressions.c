// GNU statement expressions with loops, declarations and captured variables inside regions, and around a region.
// expect: 9900 45 4950
#include <stdio.h>

int main(void)
{
	int bias = 1, n = 10, nested = 0;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += __extension__({
			int twice = 2 * i + bias;
			twice - bias;
		});
#pragma omp parallel
#pragma omp single
	nested = __extension__({
		int t = 0;
		for (int i = 0; i < n; i++)
			t += __extension__({ int n = i; n; });
		t;
	});
	long around = __extension__({
		long t = 0;
#pragma omp parallel for reduction(+ : t)
		for (int i = 0; i < 100; i++)
			t += i;
		t;
	});
	printf("%ld %d %ld\n", sum, nested, around);
	return 0;
}
