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
	struct opencl_kernel is;
	size_t fitted[OPENCL_FITTED];
};

static const char standard[] = "-cl-std=CL1.2 -w"; /* the translation has warned */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of all lists */

/* PPCC_OPENCL_OPTIONS: what else the compiler of the device is told. */
static const char *more_options(void)
{
	const char *more = getenv("PPCC_OPENCL_OPTIONS");
	return more ? more : "";
}

const char *ppcc_cl_beginning(const struct opencl_device *device)
{
	return device->cpu ? "#pragma OPENCL FP_CONTRACT OFF\n#line 1\n" : "";
}

char *ppcc_cl_options(const struct opencl_device *device, const char *source)
{
	static const char number[] = "PPCC_DEVICE_NUMBER", teams[] = "PPCC_MAX_TEAMS", threads[] = "PPCC_TEAM_THREADS";
	static const char begin[] = "/* options: "; /* of the file that the source is from, in its first line */
	const char *own_options = strncmp(source, begin, sizeof begin - 1) == 0 ? source + sizeof begin - 1 : "";
	int length = *own_options ? (int)(strstr(own_options, " */") - own_options) : 0;
	bool fast = length > 0 && (strstr(own_options, "-cl-fast-relaxed-math") || strstr(own_options, "-cl-unsafe-math"));
	const char *exactly = device->rounds_exactly && !fast && strstr(source, "float") ? "-cl-fp32-correctly-rounded-divide-sqrt " : "";
	size_t size = sizeof standard + 256 + strlen(more_options()) + (size_t)length + 1;
	char *options = ppcc_allocate(size), own[128] = "";
	struct opencl_icv icv = ppcc_cl_icv(device);
	if (strstr(source, number)) /* omp_get_device_num asks for it */
		snprintf(own, sizeof own, "-D %s=%d ", number, device->device.number);
	if (strstr(source, teams))
		snprintf(own + strlen(own), sizeof own - strlen(own), "-D %s=%d ", teams, icv.teams);
	if (strstr(source, threads))
		snprintf(own + strlen(own), sizeof own - strlen(own), "-D %s=%d ", threads, icv.team_threads);
	snprintf(options, size, "%s %.*s %s%s%s", standard, length, own_options, exactly, own, more_options());
	return options;
}

/* links: it is one of several that will be linked. */
static cl_int build_program(const struct opencl_device *device, const char *source, cl_program program, bool links)
{
	char *options = ppcc_cl_options(device, source);
	cl_int error = links ? ppcc_cl.clCompileProgram(program, 1, &device->id, options, 0, NULL, NULL, NULL, NULL)
			     : ppcc_cl.clBuildProgram(program, 1, &device->id, options, NULL, NULL);
	free(options);
	return error;
}

/* The source stays where a person can look at it. */
static const char *keep_source(const struct ppcc_kernel *kernel, const char *source)
{
	static char path[256];
	const char *folder = getenv("TMPDIR");
	snprintf(path, sizeof path, "%s/%.100s-XXXXXX.cl", folder && *folder ? folder : "/tmp", kernel->name);
	int file = mkstemps(path, 3);
	if (file < 0)
		return "(it could not be kept)";
	FILE *stream = fdopen(file, "w");
	if (stream) {
		fputs(source, stream);
		fclose(stream);
	}
	return path;
}

void ppcc_cl_origin(const struct ppcc_kernel *kernel, char *origin, size_t size)
{
	const char *start = kernel->source, *end;
	snprintf(origin, size, "%s", kernel->name);
	for (const char *at = start; (at = strstr(at, "/* ")); at += 3) {
		char mark[128];
		end = strstr(at, " */");
		int length = snprintf(mark, sizeof mark, " */\n__kernel void %.80s(", kernel->name);
		if (end && strncmp(end, mark, (size_t)length) == 0)
			snprintf(origin, size, "%s, %.*s", kernel->name, (int)strcspn(at + 3, "\n"), at + 3);
	}
}

static _Noreturn void build_failed(struct opencl_device *device, const struct ppcc_kernel *kernel, const char *source, cl_program program, cl_int error)
{
	size_t size = 0;
	char origin[256];
	ppcc_cl.clGetProgramBuildInfo(program, device->id, CL_PROGRAM_BUILD_LOG, 0, NULL, &size);
	char *log = ppcc_allocate(size + 1);
	log[0] = log[size] = '\0';
	ppcc_cl.clGetProgramBuildInfo(program, device->id, CL_PROGRAM_BUILD_LOG, size, log, NULL);
	ppcc_cl_origin(kernel, origin, sizeof origin);
	const char *path = keep_source(kernel, source);
	ppcc_warn("device %d (%s) cannot build the kernel %s: %s", device->device.number, device->device.description, origin, ppcc_cl_error(error));
	ppcc_cl_print_log(log, source, path);
	free(log);
	ppcc_fatal("%sthe kernel is in %s", *more_options() ? "with other PPCC_OPENCL_OPTIONS it may build; " : "this is a fault of ppcc: ", path);
}

/* A part of the kernel from its text: the whole of it unless it links. */
static cl_program build_text(struct opencl_device *device, const struct ppcc_kernel *kernel, const char *source, bool links)
{
	cl_int error;
	char *changed = ppcc_cl_buffers() ? ppcc_cl_by_number(source) : NULL;
	const char *sources[] = {ppcc_cl_beginning(device), changed ? changed : source};
	cl_program program = ppcc_cl.clCreateProgramWithSource(device->context, 2, sources, NULL, &error);
	free(changed);
	ppcc_cl_check(device, error, "take a kernel's source");
	error = build_program(device, source, program, links);
	if (error != CL_SUCCESS)
		build_failed(device, kernel, source, program, error);
	return program;
}

/* With its functions of other files, when it has such. */
static cl_program build_source(struct opencl_device *device, const struct ppcc_kernel *kernel)
{
	const struct opencl_links *links = kernel->links;
	cl_int error;
	if (!links)
		return build_text(device, kernel, kernel->source, false);
	cl_program *parts = ppcc_allocate((size_t)links->count * sizeof *parts);
	for (int i = 0; i < links->count; i++)
		parts[i] = build_text(device, kernel, links->texts[i], true);
	cl_program program = ppcc_cl.clLinkProgram(device->context, 1, &device->id, NULL, (cl_uint)links->count, parts, NULL, NULL, &error);
	if (error != CL_SUCCESS && program)
		build_failed(device, kernel, links->all, program, error);
	ppcc_cl_check(device, error, "link a kernel");
	for (int i = 0; i < links->count; i++)
		ppcc_cl.clReleaseProgram(parts[i]);
	free(parts);
	return program;
}

/* All of its text: what the cache knows it by. */
static const char *whole_text(const struct ppcc_kernel *kernel)
{
	const struct opencl_links *links = kernel->links;
	return links ? links->all : kernel->source;
}

static cl_program build_binary(struct opencl_device *device, const struct ppcc_kernel *kernel)
{
	size_t size = 0;
	cl_int error, status;
	unsigned char *binary = ppcc_cl_cache_read(device, whole_text(kernel), &size);
	if (!binary)
		return NULL;
	const unsigned char *bytes = binary;
	cl_program program = ppcc_cl.clCreateProgramWithBinary(device->context, 1, &device->id, &size, &bytes, &status, &error);
	if (error == CL_SUCCESS && build_program(device, whole_text(kernel), program, false) != CL_SUCCESS) {
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
		ppcc_cl_cache_write(device, whole_text(kernel), binary, size);
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
	const char *what = program ? "load" : "build";
	if (!program) {
		program = build_source(device, kernel);
		keep_binary(device, kernel, program);
	}
	*built = (struct built){.next = kernel->state, .device = device, .program = program};
	built->is.kernel = create(device, program, kernel->name);
	built->is.most = device->most_items;
	built->is.fitted = built->fitted;
	ppcc_cl.clGetKernelWorkGroupInfo(built->is.kernel, device->id, CL_KERNEL_WORK_GROUP_SIZE, sizeof built->is.most, &built->is.most, NULL);
	built->is.prints = strstr(whole_text(kernel), "printf");
	if (kernel->links)
		*(built->is.tables = ppcc_allocate(sizeof *built->is.tables)) = NULL;
	if (kernel->finish)
		built->is.finish = create(device, program, kernel->finish);
	ppcc_cl_trace(device, what, kernel->name, 0, since);
	return built;
}

struct opencl_kernel ppcc_cl_kernel(struct opencl_device *device, struct ppcc_kernel *kernel)
{
	pthread_mutex_lock(&lock);
	struct built *built = kernel->state;
	while (built && built->device != device)
		built = built->next;
	if (!built)
		kernel->state = built = build(device, kernel);
	pthread_mutex_unlock(&lock);
	return built->is;
}
