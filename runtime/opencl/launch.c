/*
 * launch.c - runs a target region on an OpenCL device: as its kernel, or, when it has none, by the calling thread on the
 * device's memory.
 */
#include "opencl.h"

#include "../common/context.h"
#include "../common/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Memory for the groups' partial results and for copies of values, one piece for each such argument. */
struct scratch {
	void *pieces[32];
	int count;
};

/* Where the device has a variable of declare target; one of link must be mapped. */
static void *declared_variable(struct opencl_device *device, const struct ppcc_kernel_argument *argument)
{
	struct ppcc_present *entry;
	char *host = (char *)argument->offset, *address = NULL; // NOLINT: the address of the variable
	pthread_mutex_lock(&device->device.mutex);
	if (ppcc_present_find(&device->device, host, argument->size, &entry) == PPCC_INSIDE)
		address = entry->device + (host - entry->host);
	pthread_mutex_unlock(&device->device.mutex);
	if (!address)
		ppcc_fatal("'%s' is used on device %d, which does not have it: a variable of 'declare target link' must be mapped", ppcc_globals_name(host),
			   device->device.number);
	return address;
}

/* The next piece, new when the arguments are set for the first time. */
static void *take_piece(struct opencl_device *device, const struct ppcc_kernel *kernel, struct scratch *scratch, int *piece, size_t size)
{
	if (*piece == scratch->count) {
		if (scratch->count == (int)(sizeof scratch->pieces / sizeof *scratch->pieces))
			ppcc_fatal("the kernel %s reduces or copies too many variables", kernel->name);
		scratch->pieces[scratch->count++] = device->device.operations->allocate(&device->device, size);
	}
	void *memory = scratch->pieces[(*piece)++];
	if (!memory)
		ppcc_fatal("out of memory on device %d for %zu bytes of the kernel %s", device->device.number, size, kernel->name);
	return memory;
}

static void set_arguments(struct opencl_device *device, cl_kernel object, const struct ppcc_kernel *kernel, const char *data,
			  const struct opencl_range *range, struct scratch *scratch, bool finishing)
{
	size_t groups = 1;
	cl_uint index = 0;
	int piece = 0;
	for (int d = 0; d < range->dimensions; d++)
		groups *= range->global[d] / range->local[d];
	for (int i = 0; i < kernel->argument_count; i++) {
		const struct ppcc_kernel_argument *argument = &kernel->arguments[i];
		cl_int error = CL_SUCCESS;
		if (argument->use == (finishing ? PPCC_USE_REGION : PPCC_USE_FINISH)) {
			piece += argument->kind == PPCC_ARGUMENT_COPY;
			continue;
		}
		switch (argument->kind) {
		case PPCC_ARGUMENT_VALUE: error = ppcc_cl.clSetKernelArg(object, index, argument->size, data + argument->offset); break;
		case PPCC_ARGUMENT_POINTER: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, *(void *const *)(const void *)(data + argument->offset)); break;
		case PPCC_ARGUMENT_ITEMS: error = ppcc_cl.clSetKernelArg(object, index, argument->size * range->local[0], NULL); break;
		case PPCC_ARGUMENT_GROUPS:
			error = ppcc_cl.clSetKernelArgSVMPointer(object, index, take_piece(device, kernel, scratch, &piece, argument->size * groups));
			break;
		case PPCC_ARGUMENT_COPY: {
			void *copy = take_piece(device, kernel, scratch, &piece, argument->size);
			ppcc_cl_check(device, ppcc_cl.clEnqueueSVMMemcpy(device->queue, CL_TRUE, copy, data + argument->offset, argument->size, 0, NULL, NULL), "copy a value");
			error = ppcc_cl.clSetKernelArgSVMPointer(object, index, copy);
			break;
		}
		case PPCC_ARGUMENT_DECLARED: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, declared_variable(device, argument)); break;
		default: continue;
		}
		ppcc_cl_check(device, error, "take an argument of a kernel");
		index++;
	}
	if (finishing) {
		cl_int count = (cl_int)groups;
		ppcc_cl_check(device, ppcc_cl.clSetKernelArg(object, index, sizeof count, &count), "take an argument of a kernel");
	}
}

/* Kernels reach memory through pointers in memory, too: the device is told of all that is mapped. */
static void announce_memory(struct opencl_device *device, cl_kernel object)
{
	size_t count = device->device.present_count;
	if (count == 0 || device->device.works_in_place)
		return;
	void **pointers = ppcc_allocate(count * sizeof *pointers);
	pthread_mutex_lock(&device->device.mutex);
	for (size_t i = 0; i < count && i < device->device.present_count; i++)
		pointers[i] = device->device.present[i]->device;
	pthread_mutex_unlock(&device->device.mutex);
	ppcc_cl.clSetKernelExecInfo(object, CL_KERNEL_EXEC_INFO_SVM_PTRS, count * sizeof *pointers, pointers);
	free(pointers);
}

static void enqueue(struct opencl_device *device, cl_kernel object, const struct opencl_range *range)
{
	const size_t *offset = range->offset[0] ? range->offset : NULL;
	ppcc_cl_check(device, ppcc_cl.clEnqueueNDRangeKernel(device->queue, object, (cl_uint)range->dimensions, offset, range->global, range->local, 0, NULL, NULL),
		      "run a kernel");
}

static void run_kernel(struct opencl_device *device, const char *data, const struct ppcc_launch *launch)
{
	struct ppcc_kernel *kernel = launch->kernel;
	struct scratch scratch = {{NULL}, 0};
	pthread_mutex_lock(&device->launching);
	struct opencl_kernel built = ppcc_cl_kernel(device, kernel);
	double since = ppcc_cl_traces() ? ppcc_cl_time() : 0;
	if (built.prints) /* what the host has printed comes first */
		fflush(stdout);
	struct opencl_range ranges[OPENCL_RANGES];
	int count = ppcc_cl_ranges(device, launch, &built, ranges);
	if (count > 0)
		set_arguments(device, built.kernel, kernel, data, ranges, &scratch, false);
	announce_memory(device, built.kernel);
	for (int i = 0; i < count; i++)
		enqueue(device, built.kernel, &ranges[i]);
	if (kernel->finish) {
		set_arguments(device, built.finish, kernel, data, ranges, &scratch, true);
		enqueue(device, built.finish, &(struct opencl_range){1, {0, 0, 0}, {1, 1, 1}, {1, 1, 1}});
	}
	ppcc_cl_check(device, ppcc_cl.clFinish(device->queue), "finish a kernel");
	pthread_mutex_unlock(&device->launching);
	for (int i = 0; i < scratch.count; i++)
		device->device.operations->release(&device->device, scratch.pieces[i]);
	ppcc_cl_trace(device, "kernel", kernel->name, 0, since);
}

/* Lets the host use the device's memory, or the device again. */
static void lend_memory(struct opencl_device *device, bool to_host)
{
	if (!device->unmapped || device->device.works_in_place)
		return;
	pthread_mutex_lock(&device->device.mutex);
	for (size_t i = 0; i < device->device.present_count; i++) {
		const struct ppcc_present *entry = device->device.present[i];
		if (!entry->owned || entry->size == 0)
			continue;
		if (to_host)
			ppcc_cl.clEnqueueSVMMap(device->queue, CL_TRUE, CL_MAP_READ | CL_MAP_WRITE, entry->device, entry->size, 0, NULL, NULL);
		else
			ppcc_cl.clEnqueueSVMUnmap(device->queue, entry->device, 0, NULL, NULL);
	}
	ppcc_cl.clFinish(device->queue);
	pthread_mutex_unlock(&device->device.mutex);
}

void ppcc_cl_run(struct ppcc_device *device, ppcc_region *region, void *data, int thread_limit, const struct ppcc_launch *launch)
{
	struct opencl_device *self = (struct opencl_device *)device;
	if (launch) {
		run_kernel(self, data, launch);
		return;
	}
	if (ppcc_global.offload == PPCC_OFFLOAD_MANDATORY)
		ppcc_fatal("OMP_TARGET_OFFLOAD=mandatory: a target region is no kernel, so the host would run it (ppcc has remarked which)");
	ppcc_globals_exchange(device);
	lend_memory(self, true);
	ppcc_run_target(PPCC_DEVICE_HOST, device->number, region, data, thread_limit);
	lend_memory(self, false);
	ppcc_globals_exchange(device);
}
