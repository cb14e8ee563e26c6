/* interop.c - OpenCL's own handles of a device, for interop objects (OpenMP 5.2, 14.1 and 18.12). */
#include "opencl.h"

static struct opencl_device *of(struct ppcc_device *device)
{
	return (struct opencl_device *)device;
}

static int vendor(struct ppcc_device *device)
{
	cl_uint number = 0;
	ppcc_cl.clGetDeviceInfo(of(device)->id, CL_DEVICE_VENDOR_ID, sizeof number, &number, NULL);
	return (int)number;
}

static void *platform(struct ppcc_device *device)
{
	cl_platform_id id = NULL;
	ppcc_cl.clGetDeviceInfo(of(device)->id, CL_DEVICE_PLATFORM, sizeof id, &id, NULL);
	return id;
}

static void *handle(struct ppcc_device *device)
{
	return of(device)->id;
}

static void *context(struct ppcc_device *device)
{
	return of(device)->context;
}

static void *begin(struct ppcc_device *device)
{
	return ppcc_cl_queue(of(device));
}

static void finish(struct ppcc_device *device, void *queue)
{
	ppcc_cl_check(of(device), ppcc_cl.clFinish(queue), "finish what is in the queue of an interop object");
}

static void end(struct ppcc_device *device, void *queue)
{
	finish(device, queue);
	ppcc_cl.clReleaseCommandQueue(queue);
}

const struct ppcc_foreign_operations ppcc_cl_foreign = {omp_ifr_opencl, "opencl", vendor, platform, handle, context, begin, finish, end};
