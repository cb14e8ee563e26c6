// Variants for a device are chosen in the functions that a target region calls, wherever these are called from, and without omp.h.
// expect: host 1 10 5 7 3
// expect: device 2 20 6 8 3
// env: PPCC_HOST_DEVICES=1
// reference: none because native compilers have no device here
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

static int ten_times(void)
{
	return 10 * where();
}

#pragma omp begin declare variant match(device = {kind(nohost)})
static int begun(int base)
{
	return base + 2;
}
#pragma omp end declare variant

static int begun(int base)
{
	return base + 1;
}

int declared(void);

#define CALL(f, x) f(x)

int declared(void)
{
	return CALL(begun, 4);
}
#pragma omp declare target enter(declared)

static int through_variant(void)
{
	return 6 + where();
}

#pragma omp declare variant(through_variant) match(construct = {target})
static int starts_here(void)
{
	return 6 + where();
}

static int never(void)
{
	return 4;
}

#pragma omp declare variant(never) match(device = {kind(gpu), arch(nvptx)})
static int any(void)
{
	return 3;
}

int main(void)
{
	int a[5];
	printf("host %d %d %d %d %d\n", where(), ten_times(), declared(), starts_here(), any());
	#pragma omp target map(from : a)
	{
		a[0] = where();
		a[1] = ten_times();
		a[2] = declared();
		a[3] = starts_here();
		a[4] = any();
	}
	printf("device %d %d %d %d %d\n", a[0], a[1], a[2], a[3], a[4]);
	return 0;
}
