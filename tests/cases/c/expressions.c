// Captured variables in every kind of expression: compound assignment, comma operators, conditionals, increments, casts, negation, shifts.
// expect: 4 7 1 7 12 -3 6 2 1 90
// expect: 4 5 2
#include <stdio.h>

static int identity(int x)
{
	return x;
}

int main(void)
{
	int a = 1, b = 5, c = 1, d = 0, e = 3, f = 3, g = 96, h = 5, k = 0, m[4] = {0, 10, 20, 30};
	int *p = m, x = 1, y = 1, z = 0;
	unsigned char byte = 250;

#pragma omp parallel num_threads(1) shared(a, b, c, d, e, f, g, h, k, p, x, y, z, byte)
	{
		a += 1, a <<= 1;
		b++, ++b;
		c = !!c;
		d |= (b > 3 ? 4 : 0) | (c && a ? 3 : 0);
		e = e * +4;
		f = -f;
		g >>= 4;
		h %= f < 0 ? 3 : 1;
		k = (byte += 10) == 4;
		*p++ += 90;
		*(a > 3 ? &x : &y) = identity((z = 2, a));
		y = 0 ?: (int)5.5;
	}
	printf("%d %d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, f, g, h, k, m[0]);
	printf("%d %d %d\n", x, y, z);
	return 0;
}
