// firstprivate: on a loop and on sections each thread gets one copy that starts with the value before the construct.
// expect: loop 0
// expect: sections 0
// expect: base 100
#include <stdio.h>

int main(void)
{
	int base = 100, bad = 0, out[12] = {0};

	#pragma omp parallel num_threads(4)
	{
		#pragma omp for firstprivate(base) schedule(static, 1)
		for (int i = 0; i < 12; i++) {
			base += 1;
			out[i] = base;
		}
	}
	for (int i = 0; i < 12; i++)
		bad += out[i] != 101 + i / 4;
	printf("loop %d\n", bad);

	bad = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections firstprivate(base)
		{
			#pragma omp section
			out[0] = base++;
			#pragma omp section
			out[1] = base++;
			#pragma omp section
			out[2] = base++;
		}
	}
	for (int i = 0; i < 3; i++)
		bad += out[i] < 100 || out[i] > 102;
	printf("sections %d\n", bad);
	printf("base %d\n", base);
	return 0;
}
