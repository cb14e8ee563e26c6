// A mapping that overlaps one that is there, without lying in it, ends the program with the names and the addresses of both.
// expect: before
// expect-stderr: 'a[5:10]' (40 bytes,
// expect-stderr: is only partly on device 0, which has 'a[0:10]' (40 bytes,
// exit: 1
// env: PPCC_HOST_DEVICES=1
// reference: none because a native compiler has no device
#include <stdio.h>

int main(void)
{
	int a[20] = {0};
	#pragma omp target enter data map(to : a[0:10])
	printf("before\n");
	fflush(stdout);
	#pragma omp target map(tofrom : a[5:10])
	a[6]++;
	printf("not reached\n");
	return 0;
}
