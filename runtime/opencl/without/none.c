/* none.c - stands in for the OpenCL devices in a runtime that was built without the headers of OpenCL. */
#include "../../common/device.h"

void ppcc_opencl_devices_add(void)
{
}
