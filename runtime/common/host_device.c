/*
 * host_device.c - devices with memory of their own on the host's processors, for testing a data environment.
 *
 * PPCC_HOST_DEVICES=n makes n of them.  A target region runs on the thread that meets it, but on copies: a missing map shows
 * as it would on an accelerator.  New memory holds a pattern rather than zeros, so that a missing `to` shows as well.
 * Functions are compiled once and use declare target variables by their name, so these are the host's own.
 */
#include "context.h"
#include "device.h"

#include "error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FRESH = 0xA5, ALIGNMENT = 256 };

static void *allocate(struct ppcc_device *device, size_t size)
{
	size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	void *memory = rounded < size ? NULL : aligned_alloc(ALIGNMENT, rounded);
	(void)device;
	return memory ? memset(memory, FRESH, size) : NULL;
}

static void release(struct ppcc_device *device, void *memory)
{
	(void)device;
	free(memory);
}

static void exchange(struct ppcc_device *device, struct ppcc_stream *stream, void *to, const void *from, size_t size)
{
	(void)device;
	(void)stream;
	memmove(to, from, size);
}

static void fill(struct ppcc_device *device, struct ppcc_stream *stream, void *memory, int byte, size_t size)
{
	(void)device;
	(void)stream;
	memset(memory, byte, size);
}

static void point(struct ppcc_device *device, struct ppcc_stream *stream, void *pointer, void *value)
{
	exchange(device, stream, pointer, &value, sizeof value);
}

static void run(struct ppcc_device *device, struct ppcc_stream *stream, ppcc_region *region, void *data, int thread_limit,
	const struct ppcc_launch *launch)
{
	(void)stream;
	(void)launch;
	ppcc_run_target(device->number, device->number, region, data, thread_limit);
}

static const struct ppcc_device_operations operations = {allocate, release, exchange, exchange, exchange, fill, point, run, NULL, NULL};

void ppcc_host_devices_add(int count)
{
	for (int i = 0; i < count; i++) {
		struct ppcc_device *device = ppcc_allocate(sizeof *device);
		*device = (struct ppcc_device){.operations = &operations, .description = "host device with memory of its own", .kind = "cpu", .vendor = "ppcc", .reaches_host = true};
		snprintf(device->uid, sizeof device->uid, "ppcc-host-device-%d", i);
		ppcc_device_add(device);
	}
}
