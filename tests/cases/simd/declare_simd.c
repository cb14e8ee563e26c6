// declare simd: functions with uniform, linear, aligned, simdlen, inbranch and notinbranch give the scalar results.
// expect: wrong 0
#include <stdio.h>

#pragma omp declare simd uniform(base, factor) linear(i: 1) notinbranch
static int scaled(const int *base, int i, int factor)
{
	return base[i] * factor;
}

#pragma omp declare simd inbranch simdlen(4)
#pragma omp declare simd notinbranch
static float half(float x)
{
	return x / 2;
}

int main(void)
{
	int a[64], out[64], wrong = 0;
	float f[64];
	for (int i = 0; i < 64; i++) {
		a[i] = i;
		f[i] = (float)i;
	}
	#pragma omp simd
	for (int i = 0; i < 64; i++)
		out[i] = scaled(a, i, 3);
	#pragma omp parallel for simd num_threads(2)
	for (int i = 0; i < 64; i++)
		if (i % 2)
			f[i] = half(f[i]);
	for (int i = 0; i < 64; i++)
		wrong += out[i] != 3 * i || f[i] != (i % 2 ? i / 2.0f : (float)i);
	printf("wrong %d\n", wrong);
	return 0;
}
