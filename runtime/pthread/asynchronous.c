/*
 * asynchronous.c - the omp_target_*_async routines (OpenMP 5.2, 18.8.7 and 18.8.8; 6.0, 25.7.2): each is a task, which a device
 * with streams does by itself; else one that a thread runs.
 */
#include "target.h"

#include "../common/error.h"

#include <stdlib.h>
#include <string.h>

static void make_task(ppcc_region *body, struct ppcc_transfer *transfer, size_t size, int count, omp_depend_t *objects)
{
	struct ppcc_depends depends = {0, 0, 0};
	for (int i = 0; i < count; i++)
		ppcc_depends_add(&depends, objects[i], PPCC_DEPEND_OBJECT);
	if (!ppcc_transfer_elsewhere(transfer, size, depends.list, depends.count)) {
		if (depends.count > 0)
			ppcc_task_depend(ppcc_self(), body, transfer, size, 0, 0, depends.list, depends.count);
		else
			ppcc_task(ppcc_self(), body, transfer, size, 0, 0);
	}
	ppcc_depends_free(&depends);
}

/* ------------------------------------------------------------------------------------------- a box */

struct box {
	struct ppcc_transfer transfer;
	struct ppcc_device *to_device, *from_device;
	void *to;
	const void *from;
	size_t element;
	int dimensions;
	size_t sizes[]; /* as ppcc_memory_copy has them */
};

static void copy_box(const struct ppcc_transfer *transfer)
{
	const struct box *box = (const struct box *)transfer;
	ppcc_memory_copy(box->to_device, box->from_device, box->transfer.stream, box->to, box->from, box->element, box->dimensions, box->sizes);
}

static void run_box(struct ppcc_thread *me, void *box)
{
	(void)me;
	copy_box(box);
}

/* The devices of a copy; the one that can do it by itself: not between two of them. */
static bool choose_devices(struct box *box, int to_device, int from_device)
{
	bool to_known, from_known;
	box->to_device = ppcc_device_find(to_device, &to_known);
	box->from_device = ppcc_device_find(from_device, &from_known);
	if (!box->to_device || !box->from_device || box->to_device == box->from_device)
		box->transfer.device = box->to_device ? box->to_device : box->from_device;
	return to_known && from_known;
}

int omp_target_memcpy_rect_async(void *to, const void *from, size_t element_size, int num_dims, const size_t *volume, const size_t *to_offsets,
	const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions, int to_device, int from_device, int count,
	omp_depend_t *objects)
{
	if (!to && !from)
		return INT_MAX;
	if (!to || !from || num_dims < 1)
		return -1;
	const size_t *const arrays[] = {volume, to_offsets, from_offsets, to_dimensions, from_dimensions};
	size_t bytes = (size_t)num_dims * sizeof *volume, size = sizeof(struct box) + 5 * bytes;
	struct box *box = ppcc_allocate(size);
	*box = (struct box){.transfer.ask = copy_box, .to = to, .from = from, .element = element_size, .dimensions = num_dims};
	for (int i = 0; i < 5; i++)
		memcpy((char *)box->sizes + (size_t)i * bytes, arrays[i], bytes);
	bool known = choose_devices(box, to_device, from_device);
	if (known)
		make_task(run_box, &box->transfer, size, count, objects);
	free(box);
	return known ? 0 : -1;
}

/* A box of one dimension, whose elements are bytes. */
int omp_target_memcpy_async(void *to, const void *from, size_t length, size_t to_offset, size_t from_offset, int to_device, int from_device,
	int count, omp_depend_t *objects)
{
	if (!to || !from)
		return -1;
	size_t to_size = to_offset + length, from_size = from_offset + length;
	return omp_target_memcpy_rect_async(to, from, 1, 1, &length, &to_offset, &from_offset, &to_size, &from_size, to_device, from_device, count, objects);
}

/* ------------------------------------------------------------------------------------------- one value */

struct filling {
	struct ppcc_transfer transfer;
	void *pointer;
	int byte;
	size_t count;
};

static void ask_to_fill(const struct ppcc_transfer *transfer)
{
	const struct filling *filling = (const struct filling *)transfer;
	if (filling->count > 0)
		transfer->device->operations->fill(transfer->device, transfer->stream, filling->pointer, filling->byte, filling->count);
}

static void fill(struct ppcc_thread *me, void *argument)
{
	const struct filling *filling = argument;
	(void)me;
	if (filling->transfer.device)
		ask_to_fill(&filling->transfer);
	else
		memset(filling->pointer, filling->byte, filling->count);
}

void *omp_target_memset_async(void *pointer, int byte, size_t count, int device, int depobj_count, omp_depend_t *objects)
{
	bool known;
	struct filling filling = {{.device = ppcc_device_find(device, &known), .ask = ask_to_fill}, pointer, byte, count};
	if (pointer && known)
		make_task(fill, &filling.transfer, sizeof filling, depobj_count, objects);
	return pointer;
}
