// reduction: a thread that gets no iteration contributes the identity, also when the original is not the identity.
// expect: 12 120 -5 31
#include <stdio.h>

int main(void)
{
	int sum = 10, product = 60, low = -5, bits = 30;
	#pragma omp parallel for num_threads(7) reduction(+: sum) reduction(*: product) reduction(min: low) reduction(|: bits)
	for (int i = 0; i < 2; i++) {
		sum += 1;
		product *= i + 1;
		low = low < 40 ? low : 40;
		bits |= i;
	}
	printf("%d %d %d %d\n", sum, product, low, bits);
	return 0;
}
