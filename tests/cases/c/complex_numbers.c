// float, double and long double complex: shared, private, reduced, in arrays and through <complex.h> macros.
// libs: -lm -latomic
// expect: 4950 -4950
// expect: 24.0 7.0 1.5 100.0
#include <complex.h>
#include <stdio.h>

int main(void)
{
	double complex sum = 0, unit = I;
	float complex product = 1;
	long double _Complex ld = 0;
	double complex v[100];
	double most = 0;

#pragma omp parallel for shared(v, unit) reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		double complex z = i - unit * i;
		v[i] = z;
		sum += conj(conj(z));
	}
#pragma omp parallel for reduction(* : product)
	for (int i = 1; i <= 4; i++)
		product *= (float)i;
#pragma omp parallel firstprivate(ld, unit)
	{
		ld = 7 + 1.5L * I;
		__real__ ld += creal(unit);
#pragma omp for reduction(max : most)
		for (int i = 0; i < 100; i++)
			most = most > creal(v[i]) + 1 ? most : creal(v[i]) + 1;
#pragma omp single
		printf("%.0f %.0f\n", creal(sum), cimag(sum));
#pragma omp single copyprivate(ld)
		ld += 0;
#pragma omp master
		printf("%.1f %.1Lf %.1Lf %.1f\n", crealf(product), creall(ld), cimagl(ld), most);
	}
	return 0;
}
