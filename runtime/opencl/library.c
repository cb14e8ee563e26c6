/* library.c - the OpenCL library and its errors. */
#include "opencl.h"

#include "../common/dynamic.h"
#include "../common/error.h"

#include <stdlib.h>

struct opencl_functions ppcc_cl;

bool ppcc_cl_load(void)
{
	const char *problem, *chosen = getenv("PPCC_OPENCL_LIBRARY");
	void *library = ppcc_load ? ppcc_load(chosen && *chosen ? chosen : "libOpenCL.so.1", &problem) : NULL;
	if (!library)
		return false;
#define FUNCTION(name) \
	*(void **)(void *)&ppcc_cl.name = ppcc_symbol(library, #name); \
	if (!ppcc_cl.name) { \
		ppcc_warn("the OpenCL library has no function " #name ": its devices are not used"); \
		return false; \
	}
	PPCC_OPENCL_FUNCTIONS(FUNCTION)
#undef FUNCTION
	ppcc_cl_use_buffers();
	return true;
}

const char *ppcc_cl_error(cl_int error)
{
	static const struct {
		cl_int error;
		const char *name;
	} names[] = {
#define NAME(error) {error, #error}
		NAME(CL_DEVICE_NOT_FOUND), NAME(CL_DEVICE_NOT_AVAILABLE), NAME(CL_COMPILER_NOT_AVAILABLE), NAME(CL_MEM_OBJECT_ALLOCATION_FAILURE),
		NAME(CL_OUT_OF_RESOURCES), NAME(CL_OUT_OF_HOST_MEMORY), NAME(CL_BUILD_PROGRAM_FAILURE), NAME(CL_LINK_PROGRAM_FAILURE),
		NAME(CL_INVALID_VALUE), NAME(CL_INVALID_DEVICE), NAME(CL_INVALID_CONTEXT), NAME(CL_INVALID_COMMAND_QUEUE), NAME(CL_INVALID_BINARY),
		NAME(CL_INVALID_BUILD_OPTIONS), NAME(CL_INVALID_PROGRAM), NAME(CL_INVALID_PROGRAM_EXECUTABLE), NAME(CL_INVALID_KERNEL_NAME),
		NAME(CL_INVALID_KERNEL), NAME(CL_INVALID_ARG_INDEX), NAME(CL_INVALID_ARG_VALUE), NAME(CL_INVALID_ARG_SIZE), NAME(CL_INVALID_KERNEL_ARGS),
		NAME(CL_INVALID_WORK_DIMENSION), NAME(CL_INVALID_WORK_GROUP_SIZE), NAME(CL_INVALID_WORK_ITEM_SIZE), NAME(CL_INVALID_GLOBAL_OFFSET),
		NAME(CL_INVALID_OPERATION), NAME(CL_INVALID_BUFFER_SIZE), NAME(CL_INVALID_GLOBAL_WORK_SIZE)
#undef NAME
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].error == error)
			return names[i].name;
	return "an error that has no name";
}

void ppcc_cl_check(const struct opencl_device *device, cl_int error, const char *what)
{
	if (error != CL_SUCCESS)
		ppcc_fatal("device %d (%s) cannot %s: %s (%d)", device->device.number, device->device.description, what, ppcc_cl_error(error), (int)error);
}
