// The present modifier: an error when the device does not have the variable.
// expect: there 2
// expect-stderr: 'missing' (4 bytes,
// expect-stderr: is not on device 0, and has the 'present' modifier
// exit: 1
// env: PPCC_HOST_DEVICES=1
// reference: none because a native compiler has no device
#include <stdio.h>

int main(void)
{
	int there = 1, missing = 1;
	#pragma omp target data map(tofrom : there)
	{
		#pragma omp target map(present, alloc : there)
		there++;
	}
	printf("there %d\n", there);
	fflush(stdout);
	#pragma omp target update to(present : missing)
	printf("not reached\n");
	return 0;
}
