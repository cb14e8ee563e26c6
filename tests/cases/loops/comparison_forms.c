// loops: <, <=, >, >= and != with the index on either side of the comparison.
// expect: 10 11 10 11 10
// expect: 10 11 10 11 10
// expect: 10 10
#include <stdio.h>

int main(void)
{
	int n[12] = {0}, b = 10;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i < b; i++)
		n[0]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i <= b; i++)
		n[1]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = b; i > 0; i--)
		n[2]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = b; i >= 0; i--)
		n[3]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; i != b; i++)
		n[4]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; b > i; i++)
		n[5]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; b >= i; i++)
		n[6]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = b; 0 < i; i--)
		n[7]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = b; 0 <= i; i--)
		n[8]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 0; b != i; ++i)
		n[9]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = b; i != 0; i--)
		n[10]++;
	#pragma omp parallel for reduction(+: n)
	for (int i = 5; -5 != i; i--)
		n[11]++;
	printf("%d %d %d %d %d\n", n[0], n[1], n[2], n[3], n[4]);
	printf("%d %d %d %d %d\n", n[5], n[6], n[7], n[8], n[9]);
	printf("%d %d\n", n[10], n[11]);
	return 0;
}
