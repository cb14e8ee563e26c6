/* shares.h - for cases whose results differ between a device that works on the host's storage and one that has copies. */
/* Whether the device works on the host's storage. */
static int shares(void)
{
	int value = 0;
	#pragma omp target data map(to : value)
	{
		#pragma omp target map(alloc : value)
		value = 1;
	}
	return value;
}
