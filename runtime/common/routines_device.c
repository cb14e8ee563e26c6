/*
 * routines_device.c - omp_* routines about devices, resources, time and tools (OpenMP 5.2, 18.6 - 18.8, 18.10, 18.14).
 * The host is the only device.
 */
#include "context.h"

#include "tool.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HOST = 0 };

double omp_get_wtime(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double omp_get_wtick(void)
{
	struct timespec tick;
	clock_getres(CLOCK_MONOTONIC, &tick);
	return (double)tick.tv_sec + (double)tick.tv_nsec * 1e-9;
}

int omp_get_num_procs(void)
{
	cpu_set_t set;
	ppcc_initialise();
	/* With a place list threads are bound: what the caller may run on says nothing of the program. */
	return ppcc_global.places.count > 0 ? ppcc_global.processors : ppcc_processors(&set);
}

void omp_set_default_device(int device)
{
	if (device >= 0)
		ppcc_icv_for_update()->default_device = device;
}

int omp_get_default_device(void)
{
	return ppcc_icv()->default_device;
}

int omp_get_num_devices(void)
{
	return 0;
}

int omp_get_device_num(void)
{
	return HOST;
}

int omp_is_initial_device(void)
{
	return 1;
}

int omp_get_initial_device(void)
{
	return HOST;
}

int omp_pause_resource(omp_pause_resource_t kind, int device)
{
	if ((kind != omp_pause_soft && kind != omp_pause_hard) || device != HOST)
		return -1;
	return ppcc_release_threads() ? 0 : -1;
}

int omp_pause_resource_all(omp_pause_resource_t kind)
{
	return omp_pause_resource(kind, HOST);
}

int omp_control_tool(int command, int modifier, void *argument)
{
	if (!ppcc_tool.active)
		return omp_control_tool_notool;
	if (!ppcc_tool.on.control_tool)
		return omp_control_tool_nocallback;
	return ppcc_tool.on.control_tool((uint64_t)command, (uint64_t)modifier, argument, __builtin_return_address(0));
}

/* ------------------------------------------------------------------------------------------- device memory */

void *omp_target_alloc(size_t size, int device)
{
	return size > 0 && device == HOST ? malloc(size) : NULL;
}

void omp_target_free(void *pointer, int device)
{
	if (device == HOST)
		free(pointer);
}

int omp_target_is_present(const void *pointer, int device)
{
	return pointer && device == HOST;
}

int omp_target_is_accessible(const void *pointer, size_t size, int device)
{
	(void)size;
	return pointer && device == HOST;
}

int omp_target_memcpy(void *to, const void *from, size_t length, size_t to_offset, size_t from_offset, int to_device,
	int from_device)
{
	if (!to || !from || to_device != HOST || from_device != HOST)
		return -1;
	memcpy((char *)to + to_offset, (const char *)from + from_offset, length);
	return 0;
}

static void copy_box(char *to, const char *from, size_t element, int dimensions, const size_t *volume,
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
		memcpy(to, from, element * volume[0]);
		return;
	}
	for (size_t i = 0; i < volume[0]; i++)
		copy_box(to + i * to_slice, from + i * from_slice, element, dimensions - 1, volume + 1, to_offsets + 1,
			from_offsets + 1, to_dimensions + 1, from_dimensions + 1);
}

int omp_target_memcpy_rect(void *to, const void *from, size_t element_size, int num_dims, const size_t *volume,
	const size_t *to_offsets, const size_t *from_offsets, const size_t *to_dimensions, const size_t *from_dimensions,
	int to_device, int from_device)
{
	if (!to && !from)
		return INT_MAX;
	if (!to || !from || num_dims < 1 || to_device != HOST || from_device != HOST)
		return -1;
	copy_box(to, from, element_size, num_dims, volume, to_offsets, from_offsets, to_dimensions, from_dimensions);
	return 0;
}

int omp_target_associate_ptr(const void *host, const void *device_pointer, size_t size, size_t offset, int device)
{
	(void)host, (void)device_pointer, (void)size, (void)offset, (void)device;
	return -1;
}

int omp_target_disassociate_ptr(const void *pointer, int device)
{
	(void)pointer, (void)device;
	return -1;
}

void *omp_get_mapped_ptr(const void *pointer, int device)
{
	return device == HOST ? (void *)(uintptr_t)pointer : NULL;
}
