// OMP_TARGET_OFFLOAD=mandatory: a target construct without a device ends the program, unless it asks for the host.
// expect: on the host 1 2
// expect-stderr: OMP_TARGET_OFFLOAD=mandatory: a target construct needs a device
// exit: 1
// env: OMP_TARGET_OFFLOAD=mandatory
// env: OMP_AVAILABLE_DEVICES=uid(none)
// reference: none because what is said is the implementation's
#include <stdio.h>

int main(void)
{
	int x = 0;
	#pragma omp target map(x) if(0)
	x++;
	printf("on the host %d", x);
	#pragma omp target map(x) device(-1)
	x++;
	printf(" %d\n", x);
	fflush(stdout);
	#pragma omp target map(x)
	x++;
	printf("not reached %d\n", x);
	return 0;
}
