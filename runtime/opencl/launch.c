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

static const char launched[] = "kernel"; /* in the trace */

void *ppcc_cl_declared(struct opencl_device *device, void *variable, size_t size)
{
	struct ppcc_present *entry;
	char *host = variable, *address = NULL;
	pthread_mutex_lock(&device->device.mutex);
	if (ppcc_present_find(&device->device, host, size, &entry) == PPCC_INSIDE)
		address = entry->device + (host - entry->host);
	pthread_mutex_unlock(&device->device.mutex);
	if (!address)
		ppcc_fatal_here("'%s' is used on device %d, which does not have it: a variable of 'declare target link' must be mapped", ppcc_globals_name(host),
			   device->device.number);
	return address;
}

/* Memory for the groups' partial results, or for a copy of a value. */
static void *piece_of(struct ppcc_stream *stream, const struct ppcc_kernel *kernel, int number, size_t size)
{
	if (number >= PPCC_MOST_PIECES)
		ppcc_fatal("the kernel %s reduces or copies too many variables", kernel->name);
	void *memory = ppcc_cl_piece(stream, number, size);
	if (!memory)
		ppcc_fatal_here("out of memory on device %d for %zu bytes of the kernel %s", stream->device->device.number, size, kernel->name);
	return memory;
}

/* One of the device's locks, all of which are free when they are made.  Called by one thread at a time for a device. */
static int *lock_of(struct ppcc_stream *stream, unsigned long number)
{
	static const int all_free[PPCC_LOCKS];
	struct opencl_device *device = stream->device;
	if (!device->locks) {
		device->locks = device->device.operations->allocate(&device->device, sizeof all_free);
		if (!device->locks)
			ppcc_fatal("out of memory on device %d for the locks of critical constructs", device->device.number);
		ppcc_cl_check(device, ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_TRUE, device->locks, all_free, sizeof all_free, 0, NULL, NULL), "make locks");
	}
	return device->locks + number;
}

/* Bytes of a piece of memory that a kernel asks for. */
static size_t piece_size(const struct ppcc_launch *launch, const struct ppcc_kernel_argument *argument)
{
	size_t size = argument->size * (argument->offset > 0 ? launch->counts[argument->offset - 1] : 1);
	return size > 0 ? size : 1;
}

/* Fewer groups where the work-items' copies of arrays would take much memory. */
static void limit_copies(const struct ppcc_launch *launch, struct opencl_range *range)
{
	enum { MOST = 64 << 20 };
	size_t bytes = 0;
	for (int i = 0; i < launch->kernel->argument_count; i++)
		if (launch->kernel->arguments[i].kind == PPCC_ARGUMENT_COPIES)
			bytes += piece_size(launch, &launch->kernel->arguments[i]);
	if (bytes == 0 || launch->teams > 0 || range->dimensions > 1)
		return;
	size_t most = MOST / (bytes * range->local[0]), groups = range->global[0] / range->local[0];
	if (groups > most)
		range->global[0] = (most > 0 ? most : 1) * range->local[0];
}

static void set_arguments(struct ppcc_stream *stream, cl_kernel object, const struct ppcc_launch *launch, const char *data,
	const struct opencl_range *range, struct opencl_table **tables, bool finishing)
{
	struct opencl_device *device = stream->device;
	const struct ppcc_kernel *kernel = launch->kernel;
	size_t groups = 1, items = 1;
	cl_uint index = 0;
	int piece = -1; /* of both kernels' arguments */
	for (int d = 0; d < range->dimensions; d++)
		groups *= range->global[d] / range->local[d], items *= range->global[d];
	for (int i = 0; i < kernel->argument_count; i++) {
		const struct ppcc_kernel_argument *argument = &kernel->arguments[i];
		cl_int error = CL_SUCCESS;
		piece += argument->kind == PPCC_ARGUMENT_GROUPS || argument->kind == PPCC_ARGUMENT_COPIES || argument->kind == PPCC_ARGUMENT_COPY ||
			 argument->kind == PPCC_ARGUMENT_ALLOCATOR || argument->kind == PPCC_ARGUMENT_ARRAY || argument->kind == PPCC_ARGUMENT_ONE;
		if (argument->use == (finishing ? PPCC_USE_REGION : PPCC_USE_FINISH))
			continue;
		switch (argument->kind) {
		case PPCC_ARGUMENT_VALUE: error = ppcc_cl.clSetKernelArg(object, index, argument->size, data + argument->offset); break;
		case PPCC_ARGUMENT_POINTER: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, *(void *const *)(const void *)(data + argument->offset)); break;
		case PPCC_ARGUMENT_ITEMS: error = ppcc_cl.clSetKernelArg(object, index, argument->size * range->local[0], NULL); break;
		case PPCC_ARGUMENT_LOCK: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, lock_of(stream, argument->offset)); break;
		case PPCC_ARGUMENT_COUNT: error = ppcc_cl.clSetKernelArg(object, index, argument->size, &launch->counts[argument->offset - 1]); break;
		case PPCC_ARGUMENT_GROUPS:
			error = ppcc_cl.clSetKernelArgSVMPointer(object, index, piece_of(stream, kernel, piece, piece_size(launch, argument) * groups));
			break;
		case PPCC_ARGUMENT_COPIES:
			error = ppcc_cl.clSetKernelArgSVMPointer(object, index, piece_of(stream, kernel, piece, piece_size(launch, argument) * items));
			break;
		case PPCC_ARGUMENT_ONE: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, piece_of(stream, kernel, piece, piece_size(launch, argument))); break;
		case PPCC_ARGUMENT_ARRAY: {
			size_t size = argument->size * launch->counts[argument->count - 1];
			void *copy = piece_of(stream, kernel, piece, size > 0 ? size : 1);
			const void *from = *(void *const *)(const void *)(data + argument->offset);
			if (size > 0)
				ppcc_cl_check(device, ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_FALSE, copy, from, size, 0, NULL, NULL), "copy an array");
			error = ppcc_cl.clSetKernelArgSVMPointer(object, index, copy);
			break;
		}
		case PPCC_ARGUMENT_ALLOCATOR:
		case PPCC_ARGUMENT_COPY: {
			void *copy = piece_of(stream, kernel, piece, argument->size);
			const void *value = argument->kind == PPCC_ARGUMENT_COPY ? data + argument->offset : (const char *)&launch->allocators[argument->offset];
			ppcc_cl_check(device, ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_FALSE, copy, value, argument->size, 0, NULL, NULL), "copy a value");
			error = ppcc_cl.clSetKernelArgSVMPointer(object, index, copy);
			break;
		}
		case PPCC_ARGUMENT_DECLARED: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, ppcc_cl_declared(device, (void *)argument->offset, argument->size)); break;
		case PPCC_ARGUMENT_HEAP: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, ppcc_cl_heap(stream)); break;
		case PPCC_ARGUMENT_TABLE: error = ppcc_cl.clSetKernelArgSVMPointer(object, index, ppcc_cl_table(stream, kernel, tables)); break;
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
	if ((count == 0 && !device->heap) || device->device.works_in_place)
		return;
	void **pointers = ppcc_allocate((count + 1) * sizeof *pointers);
	pthread_mutex_lock(&device->device.mutex);
	for (size_t i = 0; i < count && i < device->device.present_count; i++)
		pointers[i] = device->device.present[i]->device;
	pthread_mutex_unlock(&device->device.mutex);
	if (device->heap)
		pointers[count++] = device->heap;
	ppcc_cl.clSetKernelExecInfo(object, CL_KERNEL_EXEC_INFO_SVM_PTRS, count * sizeof *pointers, pointers);
	free(pointers);
}

/* "32 x 64": the groups, and the work-items of each; several dimensions: "4,8 x 16,16". */
static void describe(const struct opencl_range *range, char *text, size_t size)
{
	size_t length = 0;
	for (int part = 0; part < 2; part++)
		for (int d = 0; d < range->dimensions && length < size; d++)
			length += (size_t)snprintf(text + length, size - length, "%s%zu", d ? "," : part ? " x " : "",
				part ? range->local[d] : range->global[d] / range->local[d]);
}

/* part: of the launch's work-items, of which the trace speaks. */
static void enqueue(struct ppcc_stream *stream, cl_kernel object, const char *name, const struct opencl_range *range, bool part)
{
	const size_t *offset = range->offset[0] || range->offset[1] || range->offset[2] ? range->offset : NULL;
	char text[48] = "";
	if (part && ppcc_cl_traces())
		describe(range, text, sizeof text);
	ppcc_cl_check(stream->device, ppcc_cl.clEnqueueNDRangeKernel(stream->queue, object, (cl_uint)range->dimensions, offset, range->global, range->local, 0,
		NULL, ppcc_cl_traced(stream, launched, name, 0, text)), "run a kernel");
}

static void run_kernel(struct ppcc_stream *stream, const char *data, const struct ppcc_launch *launch)
{
	struct opencl_device *device = stream->device;
	struct ppcc_kernel *kernel = launch->kernel;
	pthread_mutex_lock(&device->launching);
	struct opencl_kernel built = ppcc_cl_kernel(device, kernel);
	if (built.prints) /* what the host has printed comes first */
		fflush(stdout);
	struct opencl_range ranges[OPENCL_RANGES];
	int count = ppcc_cl_ranges(device, launch, &built, ranges);
	if (count == 1)
		limit_copies(launch, &ranges[0]);
	if (count > 0)
		set_arguments(stream, built.kernel, launch, data, ranges, built.tables, false);
	announce_memory(device, built.kernel);
	for (int i = 0; i < count; i++)
		enqueue(stream, built.kernel, kernel->name, &ranges[i], true);
	if (kernel->finish) {
		set_arguments(stream, built.finish, launch, data, ranges, NULL, true);
		enqueue(stream, built.finish, kernel->name, &(struct opencl_range){1, {0, 0, 0}, {1, 1, 1}, {1, 1, 1}}, false);
	}
	pthread_mutex_unlock(&device->launching);
	ppcc_cl_heap_check(stream, launch);
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

void ppcc_cl_run(struct ppcc_device *device, struct ppcc_stream *stream, ppcc_region *region, void *data, int thread_limit,
	const struct ppcc_launch *launch)
{
	struct opencl_device *self = (struct opencl_device *)device;
	if (launch && ppcc_cl_link(self, launch->kernel)) {
		run_kernel(stream, data, launch);
		return;
	}
	if (ppcc_global.offload == PPCC_OFFLOAD_MANDATORY)
		ppcc_fatal_here("OMP_TARGET_OFFLOAD=mandatory: this target region is no kernel, so the host would run it (ppcc has remarked why)");
	ppcc_cl_streams.finish(stream);
	if (ppcc_cl_buffers())
		ppcc_fatal_here("PPCC_OPENCL_BUFFERS: the host would run this target region, and cannot use the memory of device %d (ppcc has remarked why)", device->number);
	ppcc_globals_exchange(device);
	lend_memory(self, true);
	ppcc_run_target(PPCC_DEVICE_HOST, device->number, region, data, thread_limit);
	lend_memory(self, false);
	ppcc_globals_exchange(device);
}
