// atomic: every syntactic form of update: x++, x--, ++x, --x, x op= e, x = x op e, x = e op x.
// expect: 90 40 20 1023 15 720 50 -95 30
// expect: doubled 1 flipped 6
#include <stdio.h>

int main(void)
{
	int a = 50, b = 80, c = 20, d = 0, e = 255, g = 90, i = 5;
	long h = 10;
	unsigned f = 720;
	double inverse = 4;
	int minus_from = 6;
	#pragma omp parallel for num_threads(4)
	for (int k = 0; k < 10; k++) {
		int two = 2;
		#pragma omp atomic
		a++;
		#pragma omp atomic
		++a;
		#pragma omp atomic update
		a += two;
		#pragma omp atomic
		b--;
		#pragma omp atomic
		--b;
		#pragma omp atomic
		b = b - two;
		#pragma omp atomic
		c = c + (k % 2 ? 1 : -1);
		#pragma omp atomic
		d = (1 << k) | d;
		#pragma omp atomic
		e = e & (k == 3 ? 0x0f : 0xff);
		#pragma omp atomic
		f = two * 1u * f / 2u * 0u + f;
		#pragma omp atomic
		g -= two + two;
		#pragma omp atomic
		h = h - (k + 6);
		#pragma omp atomic
		i = 3 + i;
	}
	for (int k = 0; k < 10; k++)
		i -= k == 0 ? 5 : 0;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp atomic
		inverse = 8 / inverse;
		#pragma omp atomic
		minus_from = 10 - minus_from;
	}
	printf("%d %d %d %d %d %u %d %ld %d\n", a, b, c, d, e, f, g, h, i);
	printf("doubled %g flipped %d\n", inverse - 3, minus_from);
	return 0;
}
