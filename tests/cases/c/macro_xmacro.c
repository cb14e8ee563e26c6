// An X-macro list expands inside a region to statements that read and write captured variables.
// expect: red=0 green=100 blue=200 sum=300
#include <stdio.h>

#define COLOURS(X) X(red, 0) X(green, 1) X(blue, 2)
#define DECLARE(name, n) int name = -1;
#define COMPUTE(name, n) if (i == n) name = n * factor;
#define ADD(name, n) + name
#define PRINT(name, n) printf("%s=%d ", #name, name);

enum colour {
#define ENUMERATOR(name, n) colour_##name = n,
	COLOURS(ENUMERATOR)
#undef ENUMERATOR
	colours
};

int main(void)
{
	int factor = 100, sum = 0;
	COLOURS(DECLARE)

#pragma omp parallel for
	for (int i = 0; i < colours; i++) {
		COLOURS(COMPUTE)
	}
#pragma omp parallel
	{
#pragma omp single
		{
			sum = 0 COLOURS(ADD);
			COLOURS(PRINT)
			printf("sum=%d\n", sum);
		}
	}
	return 0;
}
