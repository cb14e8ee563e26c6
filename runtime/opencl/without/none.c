/* none.c - stands in for the OpenCL devices in a runtime that was built without the headers of OpenCL. */
#include "../../common/device.h"

#define PPCC_RUNTIME
#pragma GCC visibility push(default)
#include <ppcc/opencl.h>
#pragma GCC visibility pop

#include <stddef.h>

/* Defined by every file that has kernels. */
extern const int ppcc_has_kernels __attribute__((weak));

void ppcc_opencl_devices_add(void)
{
}

const char *ppcc_opencl_missing(void)
{
	return &ppcc_has_kernels ? "the runtime was built without the headers of OpenCL" : NULL;
}

struct ppcc_kernel_allocator ppcc_kernel_allocator(__UINTPTR_TYPE__ space, int count, const void *traits)
{
	(void)space, (void)count, (void)traits;
	return (struct ppcc_kernel_allocator){0};
}

void ppcc_device_function(struct ppcc_device_function *function)
{
	(void)function;
}
