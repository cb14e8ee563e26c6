/*
 * memspace.c - memory spaces and their storage resources (OpenMP 6.0, 27.1 - 27.4).
 */
#include "context.h"
#include "memory.h"

#include "topology.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* A memory space that the program asked for; its handle is its address.  There is no routine that ends one. */
struct memspace {
	struct memspace *next;
	int count, nodes[];
};

static int online[PPCC_MAX_NODES], online_count;
static pthread_once_t online_once = PTHREAD_ONCE_INIT;
static struct memspace *made;
static pthread_mutex_t made_lock = PTHREAD_MUTEX_INITIALIZER;

static void read_online(void)
{
	cpu_set_t nodes;
	CPU_ZERO(&nodes);
	if (!ppcc_topology_list("/sys/devices/system/node/online", &nodes))
		CPU_SET(0, &nodes);
	for (int node = 0; node < PPCC_MAX_NODES; node++)
		if (CPU_ISSET(node, &nodes))
			online[online_count++] = node;
}

size_t ppcc_page_size(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

static bool predefined(omp_memspace_handle_t space)
{
	return space == omp_default_mem_space || (space >= omp_large_cap_mem_space && space <= omp_low_lat_mem_space);
}

bool ppcc_memspace_valid(omp_memspace_handle_t space)
{
	bool found = predefined(space);
	pthread_mutex_lock(&made_lock);
	for (const struct memspace *s = made; s && !found; s = s->next)
		found = (omp_memspace_handle_t)(uintptr_t)s == space;
	pthread_mutex_unlock(&made_lock);
	return found;
}

int ppcc_memspace_nodes(omp_memspace_handle_t space, int nodes[PPCC_MAX_NODES])
{
	const struct memspace *own = predefined(space) ? NULL : (const struct memspace *)(uintptr_t)space;
	pthread_once(&online_once, read_online);
	int count = own ? own->count : online_count;
	for (int i = 0; nodes && i < count; i++)
		nodes[i] = own ? own->nodes[i] : online[i];
	return count;
}

int omp_get_memspace_num_resources(omp_memspace_handle_t space)
{
	return ppcc_memspace_valid(space) ? ppcc_memspace_nodes(space, NULL) : 0;
}

size_t omp_get_memspace_pagesize(omp_memspace_handle_t space)
{
	return ppcc_memspace_valid(space) ? ppcc_page_size() : 0;
}

static bool same_nodes(const struct memspace *space, const int *nodes, int count)
{
	for (int i = 0; i < count; i++)
		if (space->count != count || space->nodes[i] != nodes[i])
			return false;
	return true;
}

omp_memspace_handle_t omp_get_submemspace(omp_memspace_handle_t space, int count, const int *resources)
{
	int nodes[PPCC_MAX_NODES], chosen[PPCC_MAX_NODES];
	int total = ppcc_memspace_valid(space) ? ppcc_memspace_nodes(space, nodes) : 0;
	if (count < 1 || count > total)
		return omp_null_mem_space;
	for (int i = 0; i < count; i++) {
		if (resources[i] < 0 || resources[i] >= total)
			return omp_null_mem_space;
		chosen[i] = nodes[resources[i]];
	}
	pthread_mutex_lock(&made_lock);
	struct memspace *found = made;
	while (found && !same_nodes(found, chosen, count))
		found = found->next;
	if (!found && (found = malloc(sizeof *found + (size_t)count * sizeof(int)))) {
		found->count = count;
		for (int i = 0; i < count; i++)
			found->nodes[i] = chosen[i];
		found->next = made;
		made = found;
	}
	pthread_mutex_unlock(&made_lock);
	return (omp_memspace_handle_t)(uintptr_t)found;
}

/* ------------------------------------------------------------------------------------------- of devices (27.1) */

/* Only the host has memory that its own memory spaces hold. */
static bool all_are_host(int count, const int *devices)
{
	for (int i = 0; i < count; i++)
		if (devices[i] != omp_initial_device && devices[i] != omp_get_initial_device())
			return false;
	return count > 0;
}

omp_memspace_handle_t omp_get_devices_memspace(int count, const int *devices, omp_memspace_handle_t space)
{
	return all_are_host(count, devices) && predefined(space) ? space : omp_null_mem_space;
}

omp_memspace_handle_t omp_get_device_memspace(int device, omp_memspace_handle_t space)
{
	return omp_get_devices_memspace(1, &device, space);
}

omp_memspace_handle_t omp_get_devices_and_host_memspace(int count, const int *devices, omp_memspace_handle_t space)
{
	return omp_get_devices_memspace(count, devices, space);
}

omp_memspace_handle_t omp_get_device_and_host_memspace(int device, omp_memspace_handle_t space)
{
	return omp_get_devices_memspace(1, &device, space);
}

omp_memspace_handle_t omp_get_devices_all_memspace(omp_memspace_handle_t space)
{
	return omp_get_num_devices() == 0 && predefined(space) ? space : omp_null_mem_space;
}

/* The predefined allocator whose memory space it is. */
static omp_allocator_handle_t allocator_of(omp_memspace_handle_t space)
{
	switch (space) {
	case omp_default_mem_space: return omp_default_mem_alloc;
	case omp_large_cap_mem_space: return omp_large_cap_mem_alloc;
	case omp_const_mem_space: return omp_const_mem_alloc;
	case omp_high_bw_mem_space: return omp_high_bw_mem_alloc;
	case omp_low_lat_mem_space: return omp_low_lat_mem_alloc;
	default: return omp_null_allocator;
	}
}

omp_allocator_handle_t omp_get_devices_allocator(int count, const int *devices, omp_memspace_handle_t space)
{
	return allocator_of(omp_get_devices_memspace(count, devices, space));
}

omp_allocator_handle_t omp_get_device_allocator(int device, omp_memspace_handle_t space)
{
	return allocator_of(omp_get_device_memspace(device, space));
}

omp_allocator_handle_t omp_get_devices_and_host_allocator(int count, const int *devices, omp_memspace_handle_t space)
{
	return allocator_of(omp_get_devices_and_host_memspace(count, devices, space));
}

omp_allocator_handle_t omp_get_device_and_host_allocator(int device, omp_memspace_handle_t space)
{
	return allocator_of(omp_get_device_and_host_memspace(device, space));
}

omp_allocator_handle_t omp_get_devices_all_allocator(omp_memspace_handle_t space)
{
	return allocator_of(omp_get_devices_all_memspace(space));
}
