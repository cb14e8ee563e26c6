// On a host device with memory of its own a missing map shows: the region works on what the device has, or on nothing.
// expect: device 1 initial 0 number 0 host 1
// expect: kept 5 scalar 1 forgotten to 1 forgotten from 3
// env: PPCC_HOST_DEVICES=1
// reference: none because a native compiler has no device
// no-device because it shows the bytes that new memory of a host device holds
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int initial = 5, number = 5, kept = 5, scalar = 1, to = 7, seen = 0, from = 3;
	#pragma omp target map(from : initial, number)
	{
		initial = omp_is_initial_device();
		number = omp_get_device_num();
		scalar = 2;
	}
	printf("device %d initial %d number %d host %d\n", omp_get_num_devices(), initial, number, omp_is_initial_device());
	#pragma omp target data map(to : kept)
	{
		#pragma omp target
		kept = 6;
	}
	#pragma omp target map(alloc : to) map(from : seen)
	seen = to == 7;
	#pragma omp target map(to : from)
	from = 4;
	printf("kept %d scalar %d forgotten to %d forgotten from %d\n", kept, scalar, 1 - seen, from);
	return 0;
}
