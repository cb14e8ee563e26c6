/*
 * heap.c - memory of a device that its kernels allocate (OpenMP 5.2, 18.13), and the allocators that regions have for themselves.
 *
 * The kernels' own functions hand the memory out (targets/opencl/heap.tmpl); the runtime makes it, as one free block, and keeps it for
 * the whole program: what a kernel allocates, another may use and free.
 */
#include "opencl.h"

#include "../common/error.h"
#include "../common/memory.h"

#include <stdlib.h>
#include <string.h>

/* As struct omp_block in a kernel. */
struct block {
	cl_ulong pieces, size, allocator;
	cl_int used;
};

/* PPCC_OPENCL_HEAP: bytes. */
static size_t pieces_of_heap(void)
{
	enum { USUAL = 16 << 20, LEAST = 4 };
	const char *asked = getenv("PPCC_OPENCL_HEAP");
	unsigned long long bytes = asked && *asked ? strtoull(asked, NULL, 0) : USUAL;
	size_t pieces = (size_t)(bytes / sizeof(struct block));
	return pieces < LEAST ? LEAST : pieces;
}

static void write_block(struct ppcc_stream *stream, struct block *to, const struct block *block)
{
	ppcc_cl_check(stream->device, ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_TRUE, to, block, sizeof *block, 0, NULL, NULL), "write to the memory for omp_alloc");
}

void *ppcc_cl_heap(struct ppcc_stream *stream)
{
	static const struct block end;
	struct opencl_device *device = stream->device;
	if (device->heap)
		return device->heap;
	size_t pieces = pieces_of_heap();
	struct block *heap = device->device.operations->allocate(&device->device, pieces * sizeof *heap);
	if (!heap)
		ppcc_fatal("out of memory on device %d: it has no %zu bytes for omp_alloc in its kernels (PPCC_OPENCL_HEAP)", device->device.number, pieces * sizeof *heap);
	const struct block free_block = {.pieces = pieces - 2};
	write_block(stream, heap, &end);
	write_block(stream, heap + 1, &free_block);
	write_block(stream, heap + pieces - 1, &end);
	return device->heap = heap;
}

void ppcc_cl_heap_check(struct ppcc_stream *stream, const struct ppcc_launch *launch)
{
	struct block first = {0};
	bool aborts = false;
	for (int i = 0; i < PPCC_ALLOCATORS; i++)
		aborts |= launch->allocators[i].fallback == omp_atv_abort_fb;
	if (!aborts || !stream->device->heap)
		return;
	ppcc_cl_check(stream->device, ppcc_cl.clEnqueueSVMMemcpy(stream->queue, CL_TRUE, &first, stream->device->heap, sizeof first, 0, NULL, NULL),
		      "read the memory for omp_alloc");
	if (first.size)
		ppcc_fatal("omp_alloc in the kernel %s: the allocator has no memory for %zu bytes, and its fallback is to abort", launch->kernel->name, (size_t)first.size);
}

struct ppcc_kernel_allocator ppcc_kernel_allocator(__UINTPTR_TYPE__ space, int count, const void *traits)
{
	__UINTPTR_TYPE__ handle = ppcc_allocator_new(space, count, traits);
	const struct allocator *allocator = ppcc_user_allocator((omp_allocator_handle_t)handle);
	struct ppcc_kernel_allocator result = {allocator->alignment, allocator->pool_size, (unsigned long)allocator->fallback, 0};
	if (allocator->fallback == omp_atv_allocator_fb) /* another allocator of the host is none of the device's */
		result.fallback = omp_atv_default_mem_fb;
	omp_destroy_allocator((omp_allocator_handle_t)handle);
	return result;
}
