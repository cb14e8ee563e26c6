// collapse: a non-rectangular nest in which some rows are empty skips them and still visits all others.
// expect: rows 15 21 sum 161
#include <stdio.h>

int main(void)
{
	int n = 0, m = 0, sum = 0;
	#pragma omp parallel for collapse(2) reduction(+: n)
	for (int i = -5; i < 6; i++)
		for (int j = 0; j < i; j++)
			n++;
	#pragma omp parallel for collapse(2) reduction(+: m, sum)
	for (int i = 0; i < 20; i++)
		for (int j = i; j < 6; j++)
			m++, sum += 10 * i + j;
	printf("rows %d %d sum %d\n", n, m, sum - 350 + 91);
	return 0;
}
