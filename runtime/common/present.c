/*
 * present.c - the present table of a device: which storage of the host it has, and where (OpenMP 5.2, 5.8).
 *
 * The entries are kept in the order of their host addresses and never overlap, so a look-up is a binary search.
 */
#include "device.h"

#include "error.h"

#include <stdlib.h>
#include <string.h>

/* The number of entries that begin at or before an address. */
static size_t beginning_before(const struct ppcc_device *device, const char *host)
{
	size_t low = 0, high = device->present_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (device->present[middle]->host <= host)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

enum ppcc_overlap ppcc_present_find(const struct ppcc_device *device, const void *host, size_t size, struct ppcc_present **entry)
{
	const char *start = host;
	size_t next = beginning_before(device, start);
	struct ppcc_present *before = next > 0 ? device->present[next - 1] : NULL;
	if (before && (size_t)(start - before->host) < (before->size ? before->size : 1)) {
		*entry = before;
		return size <= before->size - (size_t)(start - before->host) ? PPCC_INSIDE : PPCC_PARTLY;
	}
	if (size > 0 && next < device->present_count && (size_t)(device->present[next]->host - start) < size) {
		*entry = device->present[next];
		return PPCC_PARTLY;
	}
	return PPCC_ABSENT;
}

void *ppcc_present_original(const struct ppcc_device *device, const void *address)
{
	const char *at = address;
	for (size_t i = 0; i < device->present_count; i++) {
		const struct ppcc_present *entry = device->present[i];
		if (at >= entry->device && at < entry->device + entry->size)
			return entry->host + (at - entry->device);
	}
	return NULL;
}

struct ppcc_present *ppcc_present_add(struct ppcc_device *device, void *host, void *memory, size_t size, const char *name)
{
	size_t at = beginning_before(device, host);
	if (device->present_count == device->present_capacity) {
		size_t capacity = device->present_capacity ? 2 * device->present_capacity : 16;
		struct ppcc_present **grown = realloc(device->present, capacity * sizeof *grown);
		if (!grown)
			ppcc_fatal("out of memory for %zu mapped variables", capacity);
		device->present = grown;
		device->present_capacity = capacity;
	}
	struct ppcc_present *entry = ppcc_allocate(sizeof *entry);
	*entry = (struct ppcc_present){.host = host, .device = memory, .size = size, .name = name, .owned = true};
	memmove(device->present + at + 1, device->present + at, (device->present_count - at) * sizeof *device->present);
	device->present[at] = entry;
	device->present_count++;
	return entry;
}

void ppcc_present_remove(struct ppcc_device *device, struct ppcc_present *entry)
{
	size_t at = beginning_before(device, entry->host) - 1;
	device->present_count--;
	memmove(device->present + at, device->present + at + 1, (device->present_count - at) * sizeof *device->present);
	if (entry->moving)
		device->operations->streams->drop(entry->moving);
	if (entry->owned)
		device->operations->release(device, entry->device);
	free(entry->attached);
	free(entry);
}

/* ------------------------------------------------------------------------------------------- transfers */

void ppcc_present_await(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry)
{
	if (entry->moving)
		device->operations->streams->wait(stream, entry->moving);
}

/* The entry takes part in the last transfer of the stream. */
static void moves(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry)
{
	if (entry->moving)
		device->operations->streams->drop(entry->moving);
	entry->moving = stream ? device->operations->streams->mark(stream) : NULL;
}

/* ------------------------------------------------------------------------------------------- attached pointers */

/* The number of attached pointers that begin before an offset. */
static int attached_before(const struct ppcc_present *entry, size_t offset)
{
	int number = 0;
	while (number < entry->attached_count && entry->attached[number] < offset)
		number++;
	return number;
}

void ppcc_present_attach(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry, char *pointer, void *target)
{
	size_t offset = (size_t)(pointer - entry->host);
	int at = attached_before(entry, offset);
	ppcc_present_await(device, stream, entry);
	device->operations->point(device, stream, entry->device + offset, target);
	moves(device, stream, entry);
	if (at < entry->attached_count && entry->attached[at] == offset)
		return;
	if (entry->attached_count == entry->attached_capacity) {
		int capacity = entry->attached_capacity ? 2 * entry->attached_capacity : 4;
		size_t *grown = realloc(entry->attached, (size_t)capacity * sizeof *grown);
		if (!grown)
			ppcc_fatal("out of memory for %d attached pointers", capacity);
		entry->attached = grown;
		entry->attached_capacity = capacity;
	}
	memmove(entry->attached + at + 1, entry->attached + at, (size_t)(entry->attached_count - at) * sizeof *entry->attached);
	entry->attached[at] = offset;
	entry->attached_count++;
}

/* The bytes from an offset up to the next attached pointer, or to the end of the part; a pointer that the offset is in is
   passed over first. */
static size_t plain_bytes(const struct ppcc_present *entry, size_t *offset, size_t end)
{
	int next = attached_before(entry, *offset);
	if (next > 0 && entry->attached[next - 1] + sizeof(void *) > *offset)
		*offset = entry->attached[next - 1] + sizeof(void *);
	while (next < entry->attached_count && entry->attached[next] <= *offset)
		*offset = entry->attached[next++] + sizeof(void *);
	if (*offset >= end)
		return 0;
	return (next < entry->attached_count && entry->attached[next] < end ? entry->attached[next] : end) - *offset;
}

void ppcc_present_write(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry, const char *host, size_t size)
{
	size_t offset = (size_t)(host - entry->host), end = offset + size, bytes;
	if (entry->device == entry->host)
		return;
	ppcc_present_await(device, stream, entry);
	for (; (bytes = plain_bytes(entry, &offset, end)) > 0; offset += bytes)
		device->operations->write(device, stream, entry->device + offset, entry->host + offset, bytes);
	moves(device, stream, entry);
}

void ppcc_present_read(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry, char *host, size_t size)
{
	size_t offset = (size_t)(host - entry->host), end = offset + size, bytes;
	if (entry->device == entry->host)
		return;
	ppcc_present_await(device, stream, entry);
	for (; (bytes = plain_bytes(entry, &offset, end)) > 0; offset += bytes)
		device->operations->read(device, stream, entry->host + offset, entry->device + offset, bytes);
	moves(device, stream, entry);
}
