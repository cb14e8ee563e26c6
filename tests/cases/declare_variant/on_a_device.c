// declare variant for kind(nohost): in a target region that runs on a device other than the host; elsewhere the function itself.
// expect: host 1 device 2 region 1 other 4 3
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

static int on_host(void)
{
	return 3;
}

#pragma omp declare variant(on_host) match(device = {kind(host)})
static int other(void)
{
	return 4;
}

int main(void)
{
	int host = where(), device = 0, region = 0;
	#pragma omp target map(from : device)
	device = where();
	#pragma omp target map(from : region) if(host > 1)
	region = where();
	int elsewhere = 0;
	#pragma omp target map(from : elsewhere)
	elsewhere = other();
	printf("host %d device %d region %d other %d %d\n", host, device, region, elsewhere, other());
	return 0;
}
