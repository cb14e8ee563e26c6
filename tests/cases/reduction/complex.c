// reduction: + and * and - on float, double and long double complex.
// libs: -lm -latomic
// expect: 45 90 45 90
// expect: -4 0
// expect: 10 -35
#include <complex.h>
#include <stdio.h>

int main(void)
{
	double _Complex d = 0;
	float _Complex f = 0;
	double complex product = 1;
	long double _Complex minus = 10.0L + 10.0L * I;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for reduction(+: d, f)
		for (int i = 0; i < 10; i++) {
			d += i + 2 * i * I;
			f += i + 2 * i * I;
		}
		#pragma omp for reduction(*: product)
		for (int i = 0; i < 4; i++)
			product *= 1 + I;
		#pragma omp for reduction(-: minus)
		for (int i = 0; i < 10; i++)
			minus -= i * I;
	}
	printf("%g %g %g %g\n", creal(d), cimag(d), (double)crealf(f), (double)cimagf(f));
	printf("%g %g\n", creal(product), cimag(product));
	printf("%Lg %Lg\n", creall(minus), cimagl(minus));
	return 0;
}
