/*
 * asynchronous.c - the omp_target_*_async routines (OpenMP 5.2, 18.8.7 and 18.8.8; 6.0, 25.7.2): each is a task that calls the
 * routine it is named after.
 */
#include "../common/error.h"
#include "../common/public.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static void make_task(ppcc_region *body, const void *data, size_t size, int count, omp_depend_t *objects)
{
	struct ppcc_depends depends = {0, 0, 0};
	for (int i = 0; i < count; i++)
		ppcc_depends_add(&depends, objects[i], PPCC_DEPEND_OBJECT);
	if (depends.count > 0)
		ppcc_task_depend(ppcc_self(), body, data, size, 0, 0, depends.list, depends.count);
	else
		ppcc_task(ppcc_self(), body, data, size, 0, 0);
	ppcc_depends_free(&depends);
}

static _Bool is_device(int number)
{
	return number >= omp_initial_device && number <= omp_get_num_devices();
}

/* ------------------------------------------------------------------------------------------- bytes */

struct bytes {
	void *to;
	const void *from;
	size_t length, to_offset, from_offset;
	int to_device, from_device;
};

static void copy_bytes(struct ppcc_thread *me, void *argument)
{
	const struct bytes *copy = argument;
	(void)me;
	omp_target_memcpy(copy->to, copy->from, copy->length, copy->to_offset, copy->from_offset, copy->to_device, copy->from_device);
}

int omp_target_memcpy_async(void *to, const void *from, size_t length, size_t to_offset, size_t from_offset, int to_device, int from_device,
	int count, omp_depend_t *objects)
{
	struct bytes copy = {to, from, length, to_offset, from_offset, to_device, from_device};
	if (!to || !from || !is_device(to_device) || !is_device(from_device))
		return -1;
	make_task(copy_bytes, &copy, sizeof copy, count, objects);
	return 0;
}

/* ------------------------------------------------------------------------------------------- a box */

/* Followed by five arrays of `dimensions` sizes: volume, offsets and dimensions of both. */
struct box {
	void *to;
	const void *from;
	size_t element;
	int dimensions, to_device, from_device;
	size_t sizes[];
};

static void copy_box(struct ppcc_thread *me, void *argument)
{
	const struct box *box = argument;
	const size_t *sizes = box->sizes;
	int n = box->dimensions;
	(void)me;
	omp_target_memcpy_rect(box->to, box->from, box->element, n, sizes, sizes + n, sizes + 2 * n, sizes + 3 * n, sizes + 4 * n, box->to_device,
		box->from_device);
}

int omp_target_memcpy_rect_async(void *to, const void *from, size_t element_size, int num_dims, const size_t *volume, const size_t *to_offsets,
	const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions, int to_device, int from_device, int count,
	omp_depend_t *objects)
{
	if (!to && !from)
		return INT_MAX;
	if (!to || !from || num_dims < 1 || !is_device(to_device) || !is_device(from_device))
		return -1;
	const size_t *const arrays[] = {volume, to_offsets, from_offsets, to_dimensions, from_dimensions};
	size_t bytes = (size_t)num_dims * sizeof *volume, size = sizeof(struct box) + 5 * bytes;
	struct box *box = ppcc_allocate(size);
	*box = (struct box){to, from, element_size, num_dims, to_device, from_device};
	for (int i = 0; i < 5; i++)
		memcpy((char *)box->sizes + (size_t)i * bytes, arrays[i], bytes);
	make_task(copy_box, box, size, count, objects);
	free(box);
	return 0;
}

/* ------------------------------------------------------------------------------------------- one value */

struct filling {
	void *pointer;
	int byte, device;
	size_t count;
};

static void fill(struct ppcc_thread *me, void *argument)
{
	const struct filling *filling = argument;
	(void)me;
	omp_target_memset(filling->pointer, filling->byte, filling->count, filling->device);
}

void *omp_target_memset_async(void *pointer, int byte, size_t count, int device, int depobj_count, omp_depend_t *objects)
{
	struct filling filling = {pointer, byte, device, count};
	if (pointer && is_device(device))
		make_task(fill, &filling, sizeof filling, depobj_count, objects);
	return pointer;
}
