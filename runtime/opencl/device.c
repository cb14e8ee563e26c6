/*
 * device.c - which OpenCL devices there are, and their memory.
 *
 * A device that works on the host's own memory gets no copies: what is mapped stays where it is (5.8: corresponding storage
 * may be the original).  PPCC_OPENCL_COPY=1 makes it copy all the same, to see what a program would do on a card, unless the
 * program requires unified shared memory.
 * PPCC_OPENCL_DEVICE, a part of a device's or platform's name, leaves out the others; CPUs come after all else.
 */
#include "opencl.h"

#include "../common/environment.h"
#include "../common/error.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct opencl_device *of(struct ppcc_device *device)
{
	return (struct opencl_device *)device;
}

/* ------------------------------------------------------------------------------------------- memory */

static void *allocate(struct ppcc_device *device, size_t size)
{
	return ppcc_cl.clSVMAlloc(of(device)->context, CL_MEM_READ_WRITE, size ? size : 1, 0);
}

static void release(struct ppcc_device *device, void *memory)
{
	ppcc_cl.clSVMFree(of(device)->context, memory);
}

/* The event of the stream's transfer that has been enqueued now. */
static void set_last(struct ppcc_stream *stream, cl_event event, cl_event *traced)
{
	if (stream->last)
		ppcc_cl.clReleaseEvent(stream->last);
	stream->last = event;
	if (traced) {
		ppcc_cl.clRetainEvent(event);
		*traced = event;
	}
}

static void transfer(struct ppcc_device *device, struct ppcc_stream *stream, void *to, const void *from, size_t size, const char *what)
{
	static const char problem[] = "copy memory";
	const char *name = device->moving ? device->moving : "";
	if (stream) {
		cl_event event, *traced = ppcc_cl_traced(stream, what, name, size, "");
		ppcc_cl_check(of(device), ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_FALSE, to, from, size, 0, NULL, &event), problem);
		set_last(stream, event, traced);
		return;
	}
	double since = ppcc_cl_traces() ? ppcc_cl_time() : 0;
	ppcc_cl_check(of(device), ppcc_cl.clEnqueueSVMMemcpy(of(device)->queue, CL_TRUE, to, from, size, 0, NULL, NULL), problem);
	ppcc_cl_trace(of(device), what, name, size, since);
}

static void write_memory(struct ppcc_device *device, struct ppcc_stream *stream, void *to, const void *host, size_t size)
{
	transfer(device, stream, to, host, size, "to");
}

static void read_memory(struct ppcc_device *device, struct ppcc_stream *stream, void *host, const void *from, size_t size)
{
	transfer(device, stream, host, from, size, "from");
}

static void copy_memory(struct ppcc_device *device, struct ppcc_stream *stream, void *to, const void *from, size_t size)
{
	transfer(device, stream, to, from, size, "copy");
}

/* Without a stream what was enqueued has to be done. */
static void complete(struct ppcc_stream *stream, cl_event event, cl_event *traced)
{
	if (stream) {
		set_last(stream, event, traced);
		return;
	}
	ppcc_cl.clWaitForEvents(1, &event);
	ppcc_cl.clReleaseEvent(event);
}

/* A pattern, unlike the source of a copy, is OpenCL's own when the call returns. */
static void point(struct ppcc_device *device, struct ppcc_stream *stream, void *pointer, void *value)
{
	cl_event event;
	if ((uintptr_t)pointer % sizeof value) /* of a packed struct */ {
		if (stream)
			ppcc_cl_streams.finish(stream);
		transfer(device, NULL, pointer, &value, sizeof value, "point");
		return;
	}
	cl_command_queue queue = stream ? stream->queue : of(device)->queue;
	cl_event *traced = stream ? ppcc_cl_traced(stream, "point", device->moving ? device->moving : "", sizeof value, "") : NULL;
	ppcc_cl_check(of(device), ppcc_cl.clEnqueueSVMMemFill(queue, pointer, &value, sizeof value, sizeof value, 0, NULL, &event), "set a pointer");
	complete(stream, event, traced);
}

static void fill_memory(struct ppcc_device *device, struct ppcc_stream *stream, void *memory, int byte, size_t size)
{
	unsigned char pattern = (unsigned char)byte;
	cl_event event;
	cl_command_queue queue = stream ? stream->queue : of(device)->queue;
	cl_event *traced = stream ? ppcc_cl_traced(stream, "fill", "", size, "") : NULL;
	ppcc_cl_check(of(device), ppcc_cl.clEnqueueSVMMemFill(queue, memory, &pattern, 1, size, 0, NULL, &event), "fill memory");
	complete(stream, event, traced);
}

static const struct ppcc_device_operations operations = {allocate, release, write_memory, read_memory, copy_memory, fill_memory, point, ppcc_cl_run,
	&ppcc_cl_streams, &ppcc_cl_foreign};

cl_command_queue ppcc_cl_queue(struct opencl_device *device)
{
	cl_queue_properties measured[] = {CL_QUEUE_PROPERTIES, CL_QUEUE_PROFILING_ENABLE, 0};
	cl_int error;
	cl_command_queue queue = ppcc_cl.clCreateCommandQueueWithProperties(device->context, device->id, ppcc_cl_traces() ? measured : NULL, &error);
	ppcc_cl_check(device, error, "make a queue");
	return queue;
}

struct opencl_icv ppcc_cl_icv(const struct opencl_device *asked)
{
	struct opencl_device *device = (struct opencl_device *)asked;
	pthread_mutex_lock(&device->lock);
	if (!device->icv.read) {
		int number = device->device.number;
		device->icv = (struct opencl_icv){true, ppcc_environment_of_device("OMP_NUM_TEAMS", number), ppcc_environment_of_device("OMP_TEAMS_THREAD_LIMIT", number),
			ppcc_environment_of_device("OMP_THREAD_LIMIT", number), ppcc_environment_of_device("OMP_NUM_THREADS", number)};
	}
	struct opencl_icv icv = device->icv;
	pthread_mutex_unlock(&device->lock);
	return icv;
}

/* ------------------------------------------------------------------------------------------- devices */

static char *text_of(cl_device_id id, cl_device_info what)
{
	size_t size = 0;
	ppcc_cl.clGetDeviceInfo(id, what, 0, NULL, &size);
	char *text = ppcc_allocate(size + 1);
	ppcc_cl.clGetDeviceInfo(id, what, size, text, NULL);
	return text;
}

static size_t number_of(cl_device_id id, cl_device_info what, size_t size)
{
	union {
		cl_uint small;
		cl_ulong large;
	} value = {.large = 0};
	ppcc_cl.clGetDeviceInfo(id, what, size, &value, NULL);
	return size == sizeof(cl_uint) ? value.small : (size_t)value.large;
}

/* Whether the device works on any memory of the host; a program that requires it is not given copies. */
static bool works_on_host(size_t svm, const char *platform, bool cpu)
{
	const char *copies = getenv("PPCC_OPENCL_COPY");
	if ((copies && *copies && strcmp(copies, "0") != 0 && !ppcc_maps_are_self()) || ppcc_cl_buffers())
		return false;
	/* PoCL runs kernels in the program's address space, but does not say so in its capabilities. */
	return (svm & CL_DEVICE_SVM_FINE_GRAIN_SYSTEM) || (cpu && strstr(platform, "Portable Computing Language"));
}

static const char *missing; /* why there is no device; null: there are some */

static bool wanted(const char *name, const char *platform)
{
	const char *part = getenv("PPCC_OPENCL_DEVICE");
	return !part || !*part || strcasestr(name, part) || strcasestr(platform, part);
}

/* Why a device is of no use; null: it is. */
static const char *problem_of(size_t svm, bool is_wanted, bool in_place)
{
	if (!(svm & (CL_DEVICE_SVM_COARSE_GRAIN_BUFFER | CL_DEVICE_SVM_FINE_GRAIN_BUFFER)) && !ppcc_cl_buffers())
		return missing ? missing : "those that there are have no shared virtual memory";
	if (!is_wanted)
		return "none has a name with what PPCC_OPENCL_DEVICE says";
	if (ppcc_maps_are_self() && !in_place) /* 8.2: devices that do not fulfil what the program requires are not supported */
		return "none works on the host's memory, as the program requires (unified_shared_memory, self_maps)";
	return NULL;
}

/* Its name, driver and version, each on a line. */
static char *key_of(cl_device_id id)
{
	char *texts[] = {text_of(id, CL_DEVICE_NAME), text_of(id, CL_DRIVER_VERSION), text_of(id, CL_DEVICE_VERSION)}, *key;
	if (asprintf(&key, "%s\n%s\n%s", texts[0], texts[1], texts[2]) < 0)
		ppcc_fatal("out of memory for the name of a device");
	for (int i = 0; i < 3; i++)
		free(texts[i]);
	return key;
}

static bool open_queue(struct opencl_device *device, const char *name)
{
	cl_int error;
	device->context = ppcc_cl.clCreateContext(NULL, 1, &device->id, NULL, NULL, &error);
	if (error == CL_SUCCESS)
		device->queue = ppcc_cl.clCreateCommandQueueWithProperties(device->context, device->id, NULL, &error);
	if (error != CL_SUCCESS)
		ppcc_warn("the OpenCL device '%s' cannot be used: %s", name, ppcc_cl_error(error));
	return error == CL_SUCCESS;
}

/* The work-items of a team: PPCC_OPENCL_TEAM, or what suits the device. */
static size_t team_of(size_t suitable, size_t most)
{
	const char *text = getenv("PPCC_OPENCL_TEAM");
	unsigned long number = text ? strtoul(text, NULL, 10) : 0;
	return number == 0 ? suitable : number < most ? number : most;
}

static void add(cl_device_id id, const char *platform, bool cpu)
{
	char *name = text_of(id, CL_DEVICE_NAME);
	size_t svm = number_of(id, CL_DEVICE_SVM_CAPABILITIES, sizeof(cl_ulong));
	bool in_place = works_on_host(svm, platform, cpu);
	const char *problem = problem_of(svm, wanted(name, platform), in_place);
	struct opencl_device *device = ppcc_allocate_aligned(64, sizeof *device);
	device->id = id;
	if (problem || !open_queue(device, name)) {
		missing = problem ? problem : "none can be used";
		free(device);
		free(name);
		return;
	}
	pthread_mutex_init(&device->launching, NULL);
	pthread_mutex_init(&device->lock, NULL);
	device->units = number_of(id, CL_DEVICE_MAX_COMPUTE_UNITS, sizeof(cl_uint));
	device->most_items = number_of(id, CL_DEVICE_MAX_WORK_GROUP_SIZE, sizeof(size_t));
	device->cpu = cpu;
	device->group = cpu ? 64 : 256;
	if (device->group > device->most_items)
		device->group = device->most_items;
	device->team = team_of(cpu ? 1 : device->group, device->most_items);
	device->rounds_exactly = number_of(id, CL_DEVICE_SINGLE_FP_CONFIG, sizeof(cl_ulong)) & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT;
	device->unmapped = !(svm & CL_DEVICE_SVM_FINE_GRAIN_BUFFER);
	device->key = key_of(id);
	device->device.operations = &operations;
	device->device.description = name;
	device->device.kind = cpu ? "cpu" : "gpu";
	device->device.vendor = text_of(id, CL_DEVICE_VENDOR);
	device->device.works_in_place = in_place;
	device->device.lacks_double = !number_of(id, CL_DEVICE_DOUBLE_FP_CONFIG, sizeof(cl_ulong));
	snprintf(device->device.uid, sizeof device->device.uid, "opencl-%.40s-%d", name, ppcc_devices_so_far());
	ppcc_device_add(&device->device);
}

static void add_all(cl_platform_id platform, bool cpus)
{
	enum { MOST = 16 };
	cl_device_id ids[MOST];
	cl_uint count = 0;
	char name[128] = "";
	ppcc_cl.clGetPlatformInfo(platform, CL_PLATFORM_NAME, sizeof name, name, NULL);
	if (ppcc_cl.clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, MOST, ids, &count) != CL_SUCCESS)
		return;
	for (cl_uint i = 0; i < count && i < MOST; i++) {
		bool cpu = number_of(ids[i], CL_DEVICE_TYPE, sizeof(cl_ulong)) & CL_DEVICE_TYPE_CPU;
		if (cpu == cpus)
			add(ids[i], name, cpu);
	}
}

/* Defined by every file that has kernels. */
extern const int ppcc_has_kernels __attribute__((weak));

static void add_platforms(void)
{
	enum { MOST = 16 };
	cl_platform_id platforms[MOST];
	cl_uint count = 0;
	int before = ppcc_devices_so_far();
	if (!&ppcc_has_kernels)
		return;
	if (!ppcc_cl_load()) {
		missing = "there is no library libOpenCL.so.1 (Debian: ocl-icd-libopencl1, and a driver such as pocl-opencl-icd)";
		return;
	}
	if (ppcc_cl.clGetPlatformIDs(MOST, platforms, &count) != CL_SUCCESS || count == 0) {
		missing = "the OpenCL library finds no driver (Debian: pocl-opencl-icd for the processor)";
		return;
	}
	if (count > MOST)
		count = MOST;
	for (int cpus = 0; cpus <= 1; cpus++)
		for (cl_uint i = 0; i < count; i++)
			add_all(platforms[i], cpus);
	if (ppcc_devices_so_far() > before)
		missing = NULL;
	else if (!missing)
		missing = "the drivers have none (PoCL: when it cannot write to its cache, POCL_CACHE_DIR or ~/.cache)";
}

/* What the program does with signals is the program's matter, but PoCL (with LLVM's library) takes most of them when it is asked for devices.
   It keeps only SIGFPE, where the program has left that as it was: a kernel's integer division by zero does not end the program. */
void ppcc_opencl_devices_add(void)
{
	struct sigaction before[NSIG], now;
	bool known[NSIG] = {false};
	for (int number = 1; number < NSIG; number++)
		known[number] = sigaction(number, NULL, &before[number]) == 0;
	add_platforms();
	for (int number = 1; number < NSIG; number++)
		if (known[number] && sigaction(number, NULL, &now) == 0 && now.sa_handler != before[number].sa_handler &&
		    (number != SIGFPE || before[number].sa_handler != SIG_DFL))
			sigaction(number, &before[number], NULL);
}

const char *ppcc_opencl_missing(void)
{
	return missing;
}
