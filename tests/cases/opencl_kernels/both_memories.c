// The same kernel in memory that the host shares, in copies, and in buffers whose addresses are numbers: neither finds the other's binary.
// env-also: PPCC_OPENCL_BUFFERS=1
// expect: 45 90
#include <stdio.h>

int main(void)
{
	int a[10], b[10], sum_a = 0, sum_b = 0;
	for (int i = 0; i < 10; i++)
		a[i] = i;
	#pragma omp target teams distribute parallel for map(to: a) map(from: b)
	for (int i = 0; i < 10; i++)
		b[i] = 2 * a[i];
	for (int i = 0; i < 10; i++) {
		sum_a += a[i];
		sum_b += b[i];
	}
	printf("%d %d\n", sum_a, sum_b);
	return 0;
}
