// Copies on a device whose map clauses have another direction than the region needs: nothing else of them comes back.
// expect: initial 0 host 1
// expect: kept 5 scalar 1 forgotten from 3
// env: PPCC_HOST_DEVICES=1
// env: PPCC_OPENCL_COPY=1
// reference: none because a native compiler has no device
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int initial = 5, kept = 5, scalar = 1, from = 3;
	#pragma omp target map(from : initial)
	{
		initial = omp_is_initial_device();
		scalar = 2;
	}
	printf("initial %d host %d\n", initial, omp_is_initial_device());
	#pragma omp target data map(to : kept)
	{
		#pragma omp target
		kept = 6;
	}
	#pragma omp target map(to : from)
	from = 4;
	printf("kept %d scalar %d forgotten from %d\n", kept, scalar, from);
	return 0;
}
