// -ffp-contract=off: a product is rounded before something is added to it, in kernels and in functions that they call.
// flags: -ffp-contract=off
// expect: 0 0
#include <stdio.h>

static double apart(double x, double y)
{
	return x * x - y;
}

int main(void)
{
	double x[64], y[64], here[64], there[64], sum = 0, other = 0;
	for (int i = 0; i < 64; i++) {
		x[i] = 1 + 1.0 / (1 << 30);
		y[i] = 1 + 1.0 / (1 << 29);
	}
	#pragma omp target teams loop map(from: here, there)
	for (int i = 0; i < 64; i++) {
		here[i] = x[i] * x[i] - y[i];
		there[i] = apart(x[i], y[i]);
	}
	for (int i = 0; i < 64; i++) {
		sum += here[i];
		other += there[i];
	}
	printf("%g %g\n", sum, other);
	return 0;
}
