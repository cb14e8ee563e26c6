// dispatch, adjust_args(need_device_ptr): a mapped argument arrives as its device address, also where the device has memory of its own.
// reference: none because gcc 12 does not know dispatch and clang 19 converts nothing
// env: PPCC_HOST_DEVICES=1
// expect: right, right, given
// expect: 3 30
#include <omp.h>
#include <stdio.h>

static int device;

static const char *which(const int *host, const int *arrived)
{
	const void *mapped = omp_get_mapped_ptr(host, device);
	if (mapped && omp_get_num_devices() > 0 && mapped == host)
		return "not a device address";
	return arrived == (mapped ? mapped : host) ? "right" : "wrong";
}

static const char *seen_first, *seen_second;
static int *host_first, *host_second;

void copy_device(int *from, int *to)
{
	seen_first = which(host_first, from);
	seen_second = which(host_second, to);
}
#pragma omp declare variant(copy_device) match(construct = {dispatch}) adjust_args(need_device_ptr : from, to)
void copy(int *from, int *to)
{
	*to = *from;
}

int main(void)
{
	int a[2] = {3, 4}, b[2] = {30, 40};
	int *p = a, *q = b;
	host_first = a;
	host_second = b;
	#pragma omp target data map(to : a)
	{
		#pragma omp dispatch device(device)
		copy(p, q);
		printf("%s, %s, ", seen_first, seen_second);
		/* said to be one of the device already: it goes as it is */
		host_first = b + 1;
		#pragma omp dispatch is_device_ptr(p)
		copy(p, q);
		printf("%s\n", seen_first[0] == 'w' ? "given" : seen_first);
	}
	printf("%d %d\n", a[0], b[0]);
	return 0;
}
