// A captured local that only a macro body names, and only reads, keeps its value in the region.
// expect: 328350
// expect: 990
#include <stdio.h>

#define WEIGHT (scale * step)
#define AT(i) (table[i] * WEIGHT)

int main(void)
{
	int scale = 2, step = 5;
	int table[100];
	long sum = 0;

	for (int i = 0; i < 100; i++)
		table[i] = i * i / 10;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++)
		sum += AT(i) - table[i] * WEIGHT + i * i;
	printf("%ld\n", sum);

	int most = 0;
#pragma omp parallel for reduction(max : most)
	for (int i = 0; i < 100; i++)
		most = most > WEIGHT * i ? most : WEIGHT * i;
	printf("%d\n", most);
	return 0;
}
