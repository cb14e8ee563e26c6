// declare variant for kind(nohost): in a target region that runs on a device other than the host; elsewhere the function itself.
// expect: host 1 device 2 region 1
// env: PPCC_HOST_DEVICES=1
// reference: none because native compilers have no device here
#include <omp.h>
#include <stdio.h>

static int on_device(void)
{
	return 2;
}

#pragma omp declare variant(on_device) match(device = {kind(nohost)})
static int where(void)
{
	return 1;
}

int main(void)
{
	int host = where(), device = 0, region = 0;
	#pragma omp target map(from : device)
	device = where();
	#pragma omp target map(from : region) if(host > 1)
	region = where();
	printf("host %d device %d region %d\n", host, device, region);
	return 0;
}
