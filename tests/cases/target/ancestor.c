// device(ancestor: 1): a device asks the host to run a region, on the host's own variables.
// expect: host 1 device 0 host's x 5 device's x 2 back 7
// env: PPCC_HOST_DEVICES=1
// reference: none because native compilers run this on the host
// no-device because its regions would run on the host, and what they print differs with copies
#include <omp.h>
#include <stdio.h>

#pragma omp requires reverse_offload

int main(void)
{
	int x = 1, host = 0, device = 1, seen = 0, back = 0;
	#pragma omp target map(to : x) map(from : device, seen) map(tofrom : host, back)
	{
		device = omp_is_initial_device();
		x = 2;
		#pragma omp target device(ancestor : 1) map(tofrom : x, back) map(always, from : host)
		{
			host = omp_is_initial_device();
			x += 4;
			back = 7;
		}
		seen = x;
		#pragma omp target device(ancestor : 1) map(tofrom : back)
		back += 0;
		host = 1;
		back = 7;
	}
	printf("host %d device %d host's x %d device's x %d back %d\n", host, device, x, seen, back);
	return 0;
}
