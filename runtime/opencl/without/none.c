/* none.c - stands in for the OpenCL devices in a runtime that was built without the headers of OpenCL. */
#include "../../common/device.h"

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
