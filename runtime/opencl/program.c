/* program.c - builds kernels from their source, once for each device. */
#include "opencl.h"

#include "../common/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What was built of a kernel for one device; ppcc_kernel.state is a list of them. */
struct built {
	struct built *next;
	struct opencl_device *device;
	cl_program program;
	cl_kernel kernel, finish; /* finish: null when there is none */
};

static const char options[] = "-cl-std=CL1.2";
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of all lists */

/* The source stays where a person can look at it. */
static const char *keep_source(const struct ppcc_kernel *kernel)
{
	static char path[256];
	const char *folder = getenv("TMPDIR");
	snprintf(path, sizeof path, "%s/%.100s-XXXXXX.cl", folder && *folder ? folder : "/tmp", kernel->name);
	int file = mkstemps(path, 3);
	if (file < 0)
		return "(it could not be kept)";
	FILE *stream = fdopen(file, "w");
	if (stream) {
		fputs(kernel->source, stream);
		fclose(stream);
	}
	return path;
}

static void build_failed(struct opencl_device *device, const struct ppcc_kernel *kernel, cl_program program, cl_int error)
{
	static char log[8192];
	ppcc_cl.clGetProgramBuildInfo(program, device->id, CL_PROGRAM_BUILD_LOG, sizeof log - 1, log, NULL);
	ppcc_fatal("device %d (%s) cannot build the kernel %s, which is a fault of ppcc: %s\n%s\nThe kernel is in %s", device->device.number,
		   device->device.description, kernel->name, ppcc_cl_error(error), log, keep_source(kernel));
}

static cl_program build_source(struct opencl_device *device, const struct ppcc_kernel *kernel)
{
	cl_int error;
	const char *source = kernel->source;
	cl_program program = ppcc_cl.clCreateProgramWithSource(device->context, 1, &source, NULL, &error);
	ppcc_cl_check(device, error, "take a kernel's source");
	error = ppcc_cl.clBuildProgram(program, 1, &device->id, options, NULL, NULL);
	if (error != CL_SUCCESS)
		build_failed(device, kernel, program, error);
	return program;
}

static cl_program build_binary(struct opencl_device *device, const struct ppcc_kernel *kernel)
{
	size_t size = 0;
	cl_int error, status;
	unsigned char *binary = ppcc_cl_cache_read(device, kernel->source, &size);
	if (!binary)
		return NULL;
	const unsigned char *bytes = binary;
	cl_program program = ppcc_cl.clCreateProgramWithBinary(device->context, 1, &device->id, &size, &bytes, &status, &error);
	if (error == CL_SUCCESS && ppcc_cl.clBuildProgram(program, 1, &device->id, options, NULL, NULL) != CL_SUCCESS) {
		ppcc_cl.clReleaseProgram(program);
		error = CL_INVALID_BINARY;
	}
	free(binary);
	return error == CL_SUCCESS ? program : NULL;
}

static void keep_binary(struct opencl_device *device, const struct ppcc_kernel *kernel, cl_program program)
{
	size_t size = 0;
	if (ppcc_cl.clGetProgramInfo(program, CL_PROGRAM_BINARY_SIZES, sizeof size, &size, NULL) != CL_SUCCESS || size == 0)
		return;
	unsigned char *binary = ppcc_allocate(size);
	if (ppcc_cl.clGetProgramInfo(program, CL_PROGRAM_BINARIES, sizeof binary, &binary, NULL) == CL_SUCCESS)
		ppcc_cl_cache_write(device, kernel->source, binary, size);
	free(binary);
}

static cl_kernel create(struct opencl_device *device, cl_program program, const char *name)
{
	cl_int error;
	cl_kernel kernel = ppcc_cl.clCreateKernel(program, name, &error);
	ppcc_cl_check(device, error, "find a kernel that it has built");
	return kernel;
}

static struct built *build(struct opencl_device *device, struct ppcc_kernel *kernel)
{
	struct built *built = ppcc_allocate(sizeof *built);
	double since = ppcc_cl_traces() ? ppcc_cl_time() : 0;
	cl_program program = build_binary(device, kernel);
	if (!program) {
		program = build_source(device, kernel);
		keep_binary(device, kernel, program);
	}
	*built = (struct built){.next = kernel->state, .device = device, .program = program};
	built->kernel = create(device, program, kernel->name);
	if (kernel->finish)
		built->finish = create(device, program, kernel->finish);
	ppcc_cl_trace(device, "build", kernel->name, 0, since);
	return built;
}

cl_kernel ppcc_cl_kernel(struct opencl_device *device, struct ppcc_kernel *kernel, const char *name)
{
	pthread_mutex_lock(&lock);
	struct built *built = kernel->state;
	while (built && built->device != device)
		built = built->next;
	if (!built)
		kernel->state = built = build(device, kernel);
	pthread_mutex_unlock(&lock);
	return name == kernel->name ? built->kernel : built->finish;
}
