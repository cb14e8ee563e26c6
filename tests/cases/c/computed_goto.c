// Labels as values and computed gotos that stay inside a region.
// expect: 4950 50
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int odd = 0;

#pragma omp parallel for reduction(+ : sum, odd)
	for (int i = 0; i < 100; i++) {
		__extension__ void *const targets[] = {&&is_even, &&is_odd};
		__extension__({ goto *targets[i % 2]; });
	is_odd:
		odd++;
	is_even:
		sum += i;
	}
	printf("%ld %d\n", sum, odd);
	return 0;
}
