// linear: on a loop the variable advances by its step per iteration in every thread and has the sequential value afterwards.
// expect: wrong 0
// expect: x 130 y 1 p 20
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 30, wrong = 0, y = 41, a[21] = {0}, *p = a, step = -2;
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		#pragma omp for linear(x: 5) linear(y: step) linear(p)
		for (int i = 0; i < 20; i++) {
			wrong += x != 30 + 5 * i || y != 41 - 2 * i || p != a + i || omp_get_num_threads() != 4;
			*p = i;
			x += 5;
			y -= 2;
			p++;
		}
	}
	for (int i = 0; i < 20; i++)
		wrong += a[i] != i;
	printf("wrong %d\n", wrong);
	printf("x %d y %d p %d\n", x, y, (int)(p - a));
	return 0;
}
