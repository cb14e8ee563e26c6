/* A program that keeps data on a device itself: its host loops mean the host's data. */
// offloads: 0
#include <stdio.h>

int main(void)
{
	int a[8] = {0}, sum = 0;
	#pragma omp target data map(to : a)
	{
		#pragma omp target map(tofrom : a)
		a[0] = 1;
		#pragma omp target update from(a)
		#pragma omp parallel for // remark: data is on a device already: 'target data' in line 8
		for (int i = 0; i < 8; i++)
			a[i] += i;
	}
	for (int i = 0; i < 8; i++)
		sum += (i + 1) * a[i];
	printf("%d\n", sum);
	return 0;
}
