/* declare_target.c - variables that devices have for the whole program (OpenMP 5.2, 7.8), and what the program requires (8.2). */
#include "device.h"

#include "error.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct global {
	const char *name;
	char *host;
	size_t size;
	enum ppcc_declared declared;
	struct global *next;
};

/* Pushed at the front, never taken off: readers need no lock. */
static _Atomic(struct global *) globals;
static atomic_size_t global_count;

void ppcc_declare_target(const char *name, void *host, unsigned long size, enum ppcc_declared declared)
{
	struct global *global = ppcc_allocate(sizeof *global);
	*global = (struct global){name, host, size, declared, atomic_load(&globals)};
	while (!atomic_compare_exchange_weak(&globals, &global->next, global))
		continue;
	atomic_fetch_add(&global_count, 1);
}

static atomic_bool self_maps;

void ppcc_require_self_maps(void)
{
	atomic_store(&self_maps, true);
}

bool ppcc_maps_are_self(void)
{
	return atomic_load(&self_maps);
}

bool ppcc_globals_hold(const void *host, size_t size)
{
	const char *start = host;
	for (const struct global *global = atomic_load(&globals); global; global = global->next)
		if (start >= global->host && start + size <= global->host + global->size)
			return true;
	return false;
}

const char *ppcc_globals_name(const void *host)
{
	for (const struct global *global = atomic_load(&globals); global; global = global->next)
		if (global->host == host)
			return global->name;
	return "a variable";
}

/* On a device that works_in_place or reaches_host the host's storage is the device's, unless it is to have its own (reaches_host: functions
   use the variable by its name all the same); elsewhere it gets a copy with the value of that moment. */
static void enter(struct ppcc_device *device, const struct global *global)
{
	struct ppcc_present *entry;
	if (global->declared == PPCC_DECLARED_LINK || global->size == 0 || ppcc_present_find(device, global->host, global->size, &entry) != PPCC_ABSENT)
		return;
	bool shared = device->reaches_host || (device->works_in_place && global->declared != PPCC_DECLARED_LOCAL);
	void *memory = shared ? global->host : device->operations->allocate(device, global->size);
	if (!memory)
		ppcc_fatal("out of memory on device %d for the variable '%s' (%zu bytes)", device->number, global->name, global->size);
	entry = ppcc_present_add(device, global->host, memory, global->size, global->name);
	entry->owned = !shared;
	entry->count = PPCC_FOREVER;
	device->moving = global->name;
	ppcc_present_write(device, NULL, entry, global->host, global->size);
	device->moving = NULL;
}

void ppcc_globals_enter(struct ppcc_device *device)
{
	size_t count = atomic_load(&global_count);
	if (device->globals == count)
		return;
	for (const struct global *global = atomic_load(&globals); global; global = global->next)
		enter(device, global);
	device->globals = count;
}

/* Host and device change what they have of one variable. */
static void exchange(struct ppcc_device *device, const struct global *global)
{
	struct ppcc_present *entry;
	if (global->declared == PPCC_DECLARED_LINK || global->size == 0 || ppcc_present_find(device, global->host, global->size, &entry) != PPCC_INSIDE || entry->device == entry->host)
		return;
	char *memory = entry->device + (global->host - entry->host), *there = ppcc_allocate(global->size);
	device->moving = global->name;
	device->operations->read(device, NULL, there, memory, global->size);
	if (memcmp(there, global->host, global->size)) { /* a constant is the same everywhere, and cannot be written */
		device->operations->write(device, NULL, memory, global->host, global->size);
		memcpy(global->host, there, global->size);
	}
	device->moving = NULL;
	free(there);
}

void ppcc_globals_exchange(struct ppcc_device *device)
{
	pthread_mutex_lock(&device->mutex);
	for (const struct global *global = atomic_load(&globals); global; global = global->next)
		exchange(device, global);
	pthread_mutex_unlock(&device->mutex);
}
