// atomic: the right side has another type or lower precedence operators; the conversion happens as in the plain statement.
// expect: 15 250 5 44 2.5 99
#include <stdio.h>

static int half(int x)
{
	return x / 2;
}

int main(void)
{
	int a = 10, c = 0;
	unsigned char b = 250;
	unsigned char wrap = 200;
	float f = 10;
	long t = 100;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp atomic
		a *= 1.25;
		#pragma omp atomic
		b += 0.9;
		#pragma omp atomic
		c += half(4) > 1 ? half(5) : 1;
		#pragma omp atomic
		wrap += 50;
		#pragma omp atomic
		f /= 1 + 1;
		#pragma omp atomic
		t -= 1 >> 1 | 0;
	}
	printf("%d %d %d %d %g %ld\n", a, b, c + 1, wrap, f, t - 1);
	return 0;
}
