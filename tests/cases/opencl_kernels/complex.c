// expect: 3 24 1e+39 0.1 -2 2.5 2 6 -8
// expect: 11 -7 5
// expect: -4 28
// Complex arithmetic without a variable of such a type in sight, and the functions that take such numbers apart.
#include <complex.h>
#include <stdio.h>

int main(void)
{
	double _Complex z = 3 + 4 * I, w = 0;
	float _Complex f = 0.1f + 2 * I;
	double r[6];
	float g;
	#pragma omp target map(from : r, g) map(tofrom : w)
	{
		r[0] = creal(z);
		r[1] = cimag(z * z);
		r[2] = creal(f) * 1e40;
		w = conj(z) * 2;
		r[3] = crealf(f);
		g = cimagf(f);
		r[4] = cimag(conj(f));
		r[5] = creal(2.5);
	}
	printf("%g %g %g %g %g %g %g %g %g\n", r[0], r[1], r[2], r[3], r[4], r[5], g, creal(w), cimag(w));

	int a = 0, n = 2, q[2] = {0};
	#pragma omp target map(tofrom : a, q)
	{
		a = (int)creal((n + 5 + 3 * I) * (n + 1.0 * I));
		q[0] = (int)cimag((1 - 2 * I) * (n + 1 - 1 * I));
		q[1] = (int)creal((n + 8.0 * I) / (0.0 + n * I)) + 1;
	}
	printf("%d %d %d\n", a, q[0], q[1]);

	double re = 0, im = 0;
	#pragma omp target teams distribute parallel for reduction(+ : re, im)
	for (int i = 0; i < 8; i++) {
		re += creal((i + 1.0 * I) * (1 + 0.5 * I) - i);
		im += cimag((i + 0 * I) * (1 + 1.0 * I));
	}
	printf("%g %g\n", re, im);
	return 0;
}
