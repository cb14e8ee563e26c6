/*
 * mapping.c - what the maps of a construct do to the present table of a device (OpenMP 5.2, 5.8.3, 5.8.8 and 13.9).
 *
 * Entering goes over the list several times: first all storage is found or made and counted, then the values are copied,
 * then pointers are attached, so that no copy overwrites an attached pointer.  Leaving goes the other way round.  Each
 * construct counts a piece of storage once, however many of its items lie in it: `touched` holds the number of the
 * operation that has done so.
 */
#include "device.h"

#include "error.h"

#include <stdlib.h>
#include <string.h>

enum { DIRECTION = PPCC_MAP_TOFROM, ENDING = PPCC_MAP_RELEASE | PPCC_MAP_DELETE };

/* ------------------------------------------------------------------------------------------- the list */

static struct ppcc_map *append(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? 2 * list->capacity : 8;
		struct ppcc_map *grown = realloc(list->maps, (size_t)list->capacity * sizeof *grown);
		if (!grown)
			ppcc_fatal("out of memory for %d maps of a construct", list->capacity);
		list->maps = grown;
	}
	list->maps[list->count] = *map;
	return &list->maps[list->count++];
}

/* What a map of a mapper does for one that invokes it (5.8.8, table 5.2). */
static int combined_kind(int own, int invoking)
{
	int added = (own | invoking) & ~(DIRECTION | ENDING);
	if (invoking & ENDING)
		return (invoking & ENDING) | added;
	return (own & invoking & DIRECTION) | added;
}

static void add_one(struct ppcc_map_list *list, const struct ppcc_map *map);

/* The whole storage first, so that all elements lie in one piece; then what the mapper says of each of them. */
static void apply_mapper(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	struct ppcc_map invoking = *map;
	if (!list->update) {
		struct ppcc_map *whole = append(list, map);
		whole->kind &= ~DIRECTION;
		whole->mapper = NULL;
	}
	const struct ppcc_map *outer = list->invoking;
	list->invoking = &invoking;
	for (size_t done = 0; done + invoking.element <= invoking.size; done += invoking.element)
		invoking.mapper(list, (char *)invoking.host + done);
	list->invoking = outer;
}

static void add_one(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	if (map->mapper)
		apply_mapper(list, map);
	else if (!list->update || map->kind & DIRECTION)
		append(list, map);
}

void ppcc_map_add(struct ppcc_map_list *list, const struct ppcc_map *maps, int count)
{
	for (int i = 0; i < count; i++) {
		struct ppcc_map map = maps[i];
		map.kind = combined_kind(map.kind, list->invoking->kind);
		if (!list->update || !(map.kind & PPCC_MAP_STRUCT))
			add_one(list, &map);
	}
}

/* Whether bytes [part, part + size) are among those of the map. */
static bool within(const struct ppcc_map *whole, const void *part, size_t size)
{
	const char *start = whole->host, *at = part;
	return at >= start && at + size <= start + whole->size;
}

/* Cuts a PPCC_MAP_STRUCT down to what the other items need of it. */
static void shrink(const struct ppcc_map_list *list, struct ppcc_map *whole)
{
	char *first = NULL, *end = NULL;
	for (int i = 0; i < list->count; i++) {
		const struct ppcc_map *map = &list->maps[i];
		char *starts[] = {map->host, map->pointer};
		size_t sizes[] = {map->size, sizeof(void *)};
		for (int k = 0; k < 2; k++) {
			if (map == whole || map->kind & PPCC_MAP_STRUCT || !starts[k] || !within(whole, starts[k], sizes[k]))
				continue;
			if (!first || starts[k] < first)
				first = starts[k];
			if (!end || starts[k] + sizes[k] > end)
				end = starts[k] + sizes[k];
		}
	}
	if (first) {
		whole->host = first;
		whole->size = (size_t)(end - first);
	}
}

void ppcc_maps_make(struct ppcc_map_list *list, struct ppcc_device *device, const struct ppcc_map *maps, int count, bool update)
{
	*list = (struct ppcc_map_list){.device = device, .update = update};
	for (int i = 0; i < count; i++)
		add_one(list, &maps[i]);
	for (int i = 0; i < list->count; i++)
		if (list->maps[i].kind & PPCC_MAP_STRUCT)
			shrink(list, &list->maps[i]);
}

void ppcc_maps_free(struct ppcc_map_list *list)
{
	free(list->maps);
}

/* ------------------------------------------------------------------------------------------- errors */

static _Noreturn void partly(const struct ppcc_device *device, const struct ppcc_map *map, const struct ppcc_present *entry)
{
	const char *start = map->host;
	ppcc_fatal("'%s' (%lu bytes, %p to %p) is only partly on device %d, which has '%s' (%zu bytes, %p to %p): map the whole of it at once, or nothing of "
		   "it before",
		   map->name, map->size, (const void *)start, (const void *)(start + map->size), device->number, entry->name, entry->size,
		   (void *)entry->host, (void *)(entry->host + entry->size));
}

/* The entry that has the item; null: it is absent. */
static struct ppcc_present *find(const struct ppcc_device *device, const struct ppcc_map *map)
{
	struct ppcc_present *entry;
	switch (ppcc_present_find(device, map->host, map->size, &entry)) {
	case PPCC_INSIDE: return entry;
	case PPCC_PARTLY: partly(device, map, entry);
	default: return NULL;
	}
}

static void check_present(const struct ppcc_device *device, const struct ppcc_map *map)
{
	const char *start = map->host;
	if ((map->kind & PPCC_MAP_PRESENT) && map->size > 0 && !find(device, map))
		ppcc_fatal("'%s' (%lu bytes, %p to %p) is not on device %d, and has the 'present' modifier", map->name, map->size, (const void *)start,
			   (const void *)(start + map->size), device->number);
}

/* ------------------------------------------------------------------------------------------- entry */

/* Whether an item stays where it is: declare target variables, and what a pointer among them leads to. */
static bool shares_host(const struct ppcc_device *device, const struct ppcc_map *map)
{
	return device->shares_globals && (ppcc_globals_hold(map->host, map->size) || (map->pointer && ppcc_globals_hold(map->pointer, sizeof(void *))));
}

static struct ppcc_present *make(struct ppcc_device *device, const struct ppcc_map *map)
{
	bool shared = shares_host(device, map);
	void *memory = shared ? map->host : device->operations->allocate(device, map->size);
	if (!memory)
		ppcc_fatal("out of memory on device %d for '%s' (%lu bytes)", device->number, map->name, map->size);
	struct ppcc_present *entry = ppcc_present_add(device, map->host, memory, map->size, map->name);
	entry->owned = !shared;
	entry->created = device->operation;
	return entry;
}

/* Finds or makes the item's storage, and counts it. */
static void enter_one(struct ppcc_device *device, const struct ppcc_map *map)
{
	struct ppcc_present *entry = find(device, map);
	if (map->size == 0 || map->kind & ENDING)
		return;
	if (!entry)
		entry = make(device, map);
	if (entry->touched != device->operation && entry->count != PPCC_FOREVER)
		entry->count++;
	entry->touched = device->operation;
}

static void attach(struct ppcc_device *device, const struct ppcc_map *map)
{
	struct ppcc_present *entry = find(device, map), *holder;
	if (!entry || !map->pointer || ppcc_present_find(device, map->pointer, sizeof(void *), &holder) != PPCC_INSIDE || holder->host == holder->device)
		return;
	bool is_new = entry->created == device->operation || holder->created == device->operation || map->kind & PPCC_MAP_ALWAYS;
	char *target = *(char **)map->pointer;
	if (is_new)
		ppcc_present_attach(device, holder, map->pointer, entry->device + (target - entry->host));
}

static void set_argument(const struct ppcc_device *device, const struct ppcc_map *map)
{
	struct ppcc_present *entry = map->argument ? find(device, map) : NULL;
	if (entry) {
		char **argument = map->argument;
		*argument = entry->device + (*argument - entry->host);
	}
}

static void begin_operation(struct ppcc_device *device)
{
	pthread_mutex_lock(&device->mutex);
	device->operation++;
	ppcc_globals_enter(device);
}

void ppcc_maps_enter(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	begin_operation(device);
	for (int i = 0; i < list->count; i++)
		check_present(device, &list->maps[i]);
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < list->count; i++)
			if (((list->maps[i].kind & PPCC_MAP_STRUCT) == 0) == (pass == 1))
				enter_one(device, &list->maps[i]);
	for (int i = 0; i < list->count; i++) {
		const struct ppcc_map *map = &list->maps[i];
		struct ppcc_present *entry = (map->kind & PPCC_MAP_TO) && map->size > 0 ? find(device, map) : NULL;
		if (entry && (entry->created == device->operation || map->kind & PPCC_MAP_ALWAYS))
			ppcc_present_write(device, entry, map->host, map->size);
	}
	for (int i = 0; i < list->count; i++)
		attach(device, &list->maps[i]);
	for (int i = 0; i < list->count; i++)
		set_argument(device, &list->maps[i]);
	pthread_mutex_unlock(&device->mutex);
}

/* ------------------------------------------------------------------------------------------- exit */

static void leave_one(struct ppcc_device *device, const struct ppcc_map *map)
{
	struct ppcc_present *entry = map->size > 0 ? find(device, map) : NULL;
	if (!entry || entry->count == PPCC_FOREVER)
		return;
	if (map->kind & PPCC_MAP_DELETE)
		entry->count = 0;
	else if (entry->touched != device->operation && entry->count > 0)
		entry->count--;
	entry->touched = device->operation;
}

void ppcc_maps_exit(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	begin_operation(device);
	for (int i = 0; i < list->count; i++)
		check_present(device, &list->maps[i]);
	for (int i = 0; i < list->count; i++)
		leave_one(device, &list->maps[i]);
	for (int i = 0; i < list->count; i++) {
		const struct ppcc_map *map = &list->maps[i];
		struct ppcc_present *entry = (map->kind & PPCC_MAP_FROM) && map->size > 0 ? find(device, map) : NULL;
		if (entry && (entry->count == 0 || map->kind & PPCC_MAP_ALWAYS))
			ppcc_present_read(device, entry, map->host, map->size);
	}
	for (int i = 0; i < list->count; i++) {
		struct ppcc_present *entry;
		if (ppcc_present_find(device, list->maps[i].host, 0, &entry) == PPCC_INSIDE && entry->count == 0 && entry->touched == device->operation)
			ppcc_present_remove(device, entry);
	}
	pthread_mutex_unlock(&device->mutex);
}

/* ------------------------------------------------------------------------------------------- update */

/* Bytes from the first to behind the last one of a section. */
static size_t extent(const struct ppcc_map *map)
{
	size_t size = map->size;
	for (int k = 0; k < map->rank; k++) {
		if (map->dimensions[k].count == 0)
			return 0;
		size += (map->dimensions[k].count - 1) * (size_t)map->dimensions[k].step;
	}
	return size;
}

static void update_piece(struct ppcc_device *device, const struct ppcc_present *entry, const struct ppcc_map *map, char *host, int dimension)
{
	if (dimension == map->rank) {
		if (map->kind & PPCC_MAP_TO)
			ppcc_present_write(device, entry, host, map->size);
		if (map->kind & PPCC_MAP_FROM)
			ppcc_present_read(device, entry, host, map->size);
		return;
	}
	for (unsigned long i = 0; i < map->dimensions[dimension].count; i++, host += map->dimensions[dimension].step)
		update_piece(device, entry, map, host, dimension + 1);
}

void ppcc_maps_update(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	begin_operation(device);
	for (int i = 0; i < list->count; i++) {
		struct ppcc_map whole = list->maps[i];
		whole.size = extent(&whole);
		check_present(device, &whole);
		struct ppcc_present *entry = whole.size > 0 ? find(device, &whole) : NULL;
		if (entry)
			update_piece(device, entry, &list->maps[i], whole.host, 0);
	}
	pthread_mutex_unlock(&device->mutex);
}
