// The bounds of an array section in a reduction are evaluated before the region: changing them inside changes nothing.
// reference: gcc because clang-19 evaluates the length after the loop
// expect: 0 0 4 8 12 0 0 0
// expect: 0 0 4 8 12 4 8 0
// expect: 0 0 13 20 27 4 8 0
#include <stdio.h>

static int from = 2, size = 3;

static void show(const int *a)
{
	for (int i = 0; i < 8; i++)
		printf("%d%c", a[i], i == 7 ? '\n' : ' ');
}

int main(void)
{
	int a[8] = {0}, *p = a, low = 2, length = 3;
	#pragma omp parallel num_threads(4) reduction(+: a[low:length])
	#pragma omp for schedule(static)
	for (int i = 0; i < 4; i++) {
		for (int k = 0; k < 3; k++)
			a[2 + k] += k + 1;
		if (i == 0) {
			low = 5;
			length = 1;
		}
	}
	show(a);
	#pragma omp parallel num_threads(4) reduction(+: p[low:length + 1])
	#pragma omp for schedule(static)
	for (int i = 0; i < 4; i++) {
		for (int k = 0; k < 2; k++)
			p[5 + k] += k + 1;
		if (i == 3)
			low = 1;
	}
	show(a);
	#pragma omp parallel num_threads(3)
	#pragma omp for reduction(+: a[from:size]) schedule(static, 1)
	for (int i = 0; i < 9; i++)
		a[2 + i % 3] += i;
	from = 5;
	show(a);
	return 0;
}
