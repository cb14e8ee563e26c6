/* routines_memory.c - omp_target_* routines about the memory of devices (OpenMP 5.2, 18.8). */
#include "context.h"
#include "device.h"
#include "error.h"

#include <stdlib.h>
#include <string.h>

void *omp_target_alloc(size_t size, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	if (size == 0 || !known)
		return NULL;
	return device ? device->operations->allocate(device, size) : malloc(size);
}

void omp_target_free(void *pointer, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	if (!pointer || !known)
		return;
	if (device)
		device->operations->release(device, pointer);
	else
		free(pointer);
}

/* ------------------------------------------------------------------------------------------- the present table */

/* The address that corresponds to one of the host's; null: it is not mapped. */
static void *mapped(struct ppcc_device *device, const void *host)
{
	struct ppcc_present *entry;
	void *found = NULL;
	pthread_mutex_lock(&device->mutex);
	ppcc_globals_enter(device);
	if (ppcc_present_find(device, host, 0, &entry) == PPCC_INSIDE)
		found = entry->device + ((const char *)host - entry->host);
	pthread_mutex_unlock(&device->mutex);
	return found;
}

void *omp_get_mapped_ptr(const void *pointer, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	if (!pointer || !known)
		return NULL;
	return device ? mapped(device, pointer) : (void *)(uintptr_t)pointer;
}

int omp_target_is_present(const void *pointer, int number)
{
	return omp_get_mapped_ptr(pointer, number) != NULL;
}

int omp_target_is_accessible(const void *pointer, size_t size, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	(void)size;
	return pointer && known && (!device || device->reaches_host || device->works_in_place);
}

int omp_target_associate_ptr(const void *host, const void *device_pointer, size_t size, size_t offset, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	struct ppcc_present *entry;
	if (!device || !host || !device_pointer || size == 0)
		return -1;
	char *memory = (char *)(uintptr_t)device_pointer + offset;
	pthread_mutex_lock(&device->mutex);
	enum ppcc_overlap overlap = ppcc_present_find(device, host, size, &entry);
	bool same = overlap == PPCC_INSIDE && entry->associated && entry->host == host && entry->size == size && entry->device == memory;
	if (overlap == PPCC_ABSENT) {
		entry = ppcc_present_add(device, (void *)(uintptr_t)host, memory, size, "omp_target_associate_ptr");
		entry->owned = false;
		entry->associated = true;
		entry->count = PPCC_FOREVER;
	}
	pthread_mutex_unlock(&device->mutex);
	return overlap == PPCC_ABSENT || same ? 0 : -1;
}

int omp_target_disassociate_ptr(const void *pointer, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	struct ppcc_present *entry;
	if (!device || !pointer)
		return -1;
	pthread_mutex_lock(&device->mutex);
	bool found = ppcc_present_find(device, pointer, 0, &entry) == PPCC_INSIDE && entry->associated;
	if (found)
		ppcc_present_remove(device, entry);
	pthread_mutex_unlock(&device->mutex);
	return found ? 0 : -1;
}

/* ------------------------------------------------------------------------------------------- copies */

/* null devices: the host; stream: of one of both; null: none */
struct transfer {
	struct ppcc_device *to, *from;
	struct ppcc_stream *stream;
};

static bool transfer_between(struct transfer *transfer, int to, int from)
{
	bool to_known, from_known;
	transfer->to = ppcc_device_find(to, &to_known);
	transfer->from = ppcc_device_find(from, &from_known);
	return to_known && from_known;
}

static void copy_bytes(const struct transfer *transfer, char *to, const char *from, size_t length)
{
	struct ppcc_device *target = transfer->to, *source = transfer->from;
	if (length == 0)
		return;
	if (!target && !source) {
		memmove(to, from, length);
	} else if (target == source) {
		target->operations->copy(target, transfer->stream, to, from, length);
	} else if (!source) {
		target->operations->write(target, transfer->stream, to, from, length);
	} else if (!target) {
		source->operations->read(source, transfer->stream, to, from, length);
	} else {
		void *between = ppcc_allocate(length);
		source->operations->read(source, NULL, between, from, length);
		target->operations->write(target, NULL, to, between, length);
		free(between);
	}
}

int omp_target_memcpy(void *to, const void *from, size_t length, size_t to_offset, size_t from_offset, int to_device,
	int from_device)
{
	struct transfer transfer = {.stream = NULL};
	if (!to || !from || !transfer_between(&transfer, to_device, from_device))
		return -1;
	copy_bytes(&transfer, (char *)to + to_offset, (const char *)from + from_offset, length);
	return 0;
}

static void copy_box(const struct transfer *transfer, char *to, const char *from, size_t element, int dimensions, const size_t *volume,
	const size_t *to_offsets, const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions)
{
	size_t to_slice = element, from_slice = element; /* bytes of one step in the first dimension */
	for (int i = 1; i < dimensions; i++) {
		to_slice *= to_dimensions[i];
		from_slice *= from_dimensions[i];
	}
	to += to_slice * to_offsets[0];
	from += from_slice * from_offsets[0];
	if (dimensions == 1) {
		copy_bytes(transfer, to, from, element * volume[0]);
		return;
	}
	for (size_t i = 0; i < volume[0]; i++)
		copy_box(transfer, to + i * to_slice, from + i * from_slice, element, dimensions - 1, volume + 1, to_offsets + 1,
			from_offsets + 1, to_dimensions + 1, from_dimensions + 1);
}

void ppcc_memory_copy(struct ppcc_device *to_device, struct ppcc_device *from_device, struct ppcc_stream *stream, void *to, const void *from,
	size_t element, int dimensions, const size_t *sizes)
{
	int n = dimensions;
	copy_box(&(struct transfer){to_device, from_device, stream}, to, from, element, n, sizes, sizes + n, sizes + 2 * n, sizes + 3 * n, sizes + 4 * n);
}

int omp_target_memcpy_rect(void *to, const void *from, size_t element_size, int num_dims, const size_t *volume,
	const size_t *to_offsets, const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions,
	int to_device, int from_device)
{
	struct transfer transfer = {.stream = NULL};
	if (!to && !from)
		return INT_MAX;
	if (!to || !from || num_dims < 1 || !transfer_between(&transfer, to_device, from_device))
		return -1;
	struct ppcc_device *device = transfer.to ? transfer.to : transfer.from;
	const struct ppcc_stream_operations *streams = device ? device->operations->streams : NULL;
	if (streams) /* rows need not wait for each other */
		transfer.stream = streams->begin(device);
	copy_box(&transfer, to, from, element_size, num_dims, volume, to_offsets, from_offsets, to_dimensions, from_dimensions);
	if (streams) {
		streams->finish(transfer.stream);
		streams->end(transfer.stream);
	}
	return 0;
}

void *omp_target_memset(void *pointer, int byte, size_t count, int number)
{
	bool known;
	struct ppcc_device *device = ppcc_device_find(number, &known);
	if (!pointer || !known || count == 0)
		return pointer;
	if (device)
		device->operations->fill(device, NULL, pointer, byte, count);
	else
		memset(pointer, byte, count);
	return pointer;
}
