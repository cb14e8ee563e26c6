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

void ppcc_maps_add(struct ppcc_maps *maps, const struct ppcc_map *map)
{
	if (maps->count == maps->capacity) {
		maps->capacity = maps->capacity ? 2 * maps->capacity : 8;
		struct ppcc_map *grown = realloc(maps->list, (size_t)maps->capacity * sizeof *grown);
		if (!grown)
			ppcc_fatal("out of memory for %d maps of a construct", maps->capacity);
		maps->list = grown;
	}
	maps->list[maps->count++] = *map;
}

void ppcc_maps_free(struct ppcc_maps *maps)
{
	free(maps->list);
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

/* The whole storage first, so that all elements lie in one piece, with the values of what the mapper leaves out; then what the
   mapper says of each of them. */
static void apply_mapper(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	struct ppcc_map invoking = *map;
	if (list->mapping != PPCC_UPDATE) {
		struct ppcc_map whole = *map;
		whole.kind &= ~PPCC_MAP_FROM;
		whole.mapper = NULL;
		ppcc_maps_add(&list->maps, &whole);
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
	else if (list->mapping != PPCC_UPDATE || map->kind & DIRECTION)
		ppcc_maps_add(&list->maps, map);
}

void ppcc_map_add(struct ppcc_map_list *list, const struct ppcc_map *maps, int count)
{
	for (int i = 0; i < count; i++) {
		struct ppcc_map map = maps[i];
		map.kind = combined_kind(map.kind, list->invoking->kind);
		if (list->mapping != PPCC_UPDATE || !(map.kind & PPCC_MAP_STRUCT))
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
	for (int i = 0; i < list->maps.count; i++) {
		const struct ppcc_map *map = &list->maps.list[i];
		char *starts[] = {map->kind & PPCC_MAP_STRUCT ? NULL : map->host, map->pointer};
		size_t sizes[] = {map->size, sizeof(void *)};
		for (int k = 0; k < 2; k++) {
			if (!starts[k] || !within(whole, starts[k], sizes[k]))
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

static int by_argument(const void *one, const void *other)
{
	const struct ppcc_map *const *a = one, *const *b = other;
	return ((*a)->argument > (*b)->argument) - ((*a)->argument < (*b)->argument);
}

static int by_pointer(const void *one, const void *other)
{
	const struct ppcc_map *const *a = one, *const *b = other;
	return ((*a)->pointer > (*b)->pointer) - ((*a)->pointer < (*b)->pointer);
}

/* One piece of storage for the sections members[0 .. count - 1], which are reached through one pointer. */
static void add_hull(struct ppcc_map_list *list, struct ppcc_map *const *members, size_t count)
{
	char *first = NULL, *end = NULL;
	for (size_t i = 0; i < count; i++) {
		char *start = members[i]->host;
		if (members[i]->size == 0)
			continue;
		if (!first || start < first)
			first = start;
		if (!end || start + members[i]->size > end)
			end = start + members[i]->size;
	}
	if (first)
		ppcc_maps_add(&list->maps, &(struct ppcc_map){.name = members[0]->name, .kind = PPCC_MAP_STRUCT, .host = first, .size = (size_t)(end - first)});
}

/* Sections that a region reaches through one address must be as far apart on the device as they are on the host. */
static void add_hulls(struct ppcc_map_list *list, int (*order)(const void *, const void *))
{
	size_t count = (size_t)list->maps.count;
	struct ppcc_map *copies = ppcc_allocate(count * sizeof *copies), **ordered = ppcc_allocate(count * sizeof *ordered);
	for (size_t i = 0; i < count; i++) {
		copies[i] = list->maps.list[i]; /* the list grows */
		ordered[i] = &copies[i];
	}
	qsort(ordered, count, sizeof *ordered, order);
	for (size_t first = 0, next; first < count; first = next) {
		for (next = first + 1; next < count && order(&ordered[first], &ordered[next]) == 0;)
			next++;
		if (next - first > 1 && (order == by_argument ? ordered[first]->argument : ordered[first]->pointer))
			add_hull(list, ordered + first, next - first);
	}
	free(ordered);
	free(copies);
}

static bool has_mapper(const struct ppcc_map *maps, int count)
{
	for (int i = 0; i < count; i++)
		if (maps[i].mapper)
			return true;
	return false;
}

void ppcc_map_list_make(struct ppcc_map_list *list, struct ppcc_device *device, const struct ppcc_map *maps, int count, enum ppcc_mapping mapping)
{
	*list = (struct ppcc_map_list){.device = device, .mapping = mapping};
	for (int i = 0; i < count; i++)
		add_one(list, &maps[i]);
	for (int i = 0; i < list->maps.count; i++)
		if (list->maps.list[i].kind & PPCC_MAP_STRUCT)
			shrink(list, &list->maps.list[i]);
	if (list->maps.count < 2 || mapping == PPCC_UPDATE)
		return;
	if (mapping == PPCC_STRUCTURED)
		add_hulls(list, by_argument);
	if (mapping == PPCC_STRUCTURED || has_mapper(maps, count))
		add_hulls(list, by_pointer);
}

void ppcc_map_list_free(struct ppcc_map_list *list)
{
	ppcc_maps_free(&list->maps);
}

/* ------------------------------------------------------------------------------------------- errors */

static _Noreturn void partly(const struct ppcc_device *device, const struct ppcc_map *map, const struct ppcc_present *entry)
{
	const char *start = map->host;
	ppcc_fatal_here("'%s' (%lu bytes, %p to %p) is only partly on device %d, which has '%s' (%zu bytes, %p to %p): map the whole of it at once, or nothing of "
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

/* An implicit map of a variable of which the device has a part means that part. */
static void cut_to_present(const struct ppcc_device *device, struct ppcc_map *map)
{
	struct ppcc_present *entry;
	char *start = map->host, *end = start + map->size;
	if (!(map->kind & PPCC_MAP_IMPLICIT) || ppcc_present_find(device, start, map->size, &entry) != PPCC_PARTLY)
		return;
	if (start < entry->host)
		map->host = start = entry->host;
	if (end > entry->host + entry->size)
		end = entry->host + entry->size;
	map->size = (size_t)(end - start);
}

static void check_present(const struct ppcc_device *device, const struct ppcc_map *map)
{
	const char *start = map->host;
	if ((map->kind & PPCC_MAP_PRESENT) && map->size > 0 && !find(device, map))
		ppcc_fatal_here("'%s' (%lu bytes, %p to %p) is not on device %d, and has the 'present' modifier", map->name, map->size, (const void *)start,
			   (const void *)(start + map->size), device->number);
}

/* ------------------------------------------------------------------------------------------- transfers */

static void write_part(struct ppcc_map_list *list, struct ppcc_present *entry, const struct ppcc_map *map, char *host)
{
	list->moves |= entry->device != entry->host;
	list->device->moving = map->name;
	ppcc_present_write(list->device, list->stream, entry, host, map->size);
	list->device->moving = NULL;
}

static void read_part(struct ppcc_map_list *list, struct ppcc_present *entry, const struct ppcc_map *map, char *host)
{
	list->moves |= entry->device != entry->host;
	list->device->moving = map->name;
	ppcc_present_read(list->device, list->stream, entry, host, map->size);
	list->device->moving = NULL;
}

/* ------------------------------------------------------------------------------------------- entry */

/* Whether an item stays where it is: all of a device that works in place; declare target variables, and what a pointer among them leads to. */
static bool shares_host(const struct ppcc_device *device, const struct ppcc_map *map)
{
	if (device->works_in_place)
		return true;
	bool self = map->kind & PPCC_MAP_SELF || ppcc_maps_are_self();
	if (self && device->reaches_host)
		return true;
	if (self)
		ppcc_fatal_here("'%s' has to be the original, and device %d has memory of its own", map->name, device->number);
	return device->reaches_host && (ppcc_globals_hold(map->host, map->size) || (map->pointer && ppcc_globals_hold(map->pointer, sizeof(void *))));
}

/* Null: there is no memory for it, and the host can do without. */
static struct ppcc_present *make(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	struct ppcc_device *device = list->device;
	bool shared = shares_host(device, map);
	void *memory = shared ? map->host : device->operations->allocate(device, map->size);
	if (!memory && list->for_loops)
		return NULL;
	if (!memory)
		ppcc_fatal_here("out of memory on device %d for '%s' (%lu bytes)", device->number, map->name, map->size);
	struct ppcc_present *entry = ppcc_present_add(device, map->host, memory, map->size, map->name);
	entry->for_loops = list->for_loops;
	entry->owned = !shared;
	entry->created = device->operation;
	return entry;
}

/* Storage that another construct is about to remove, when its values have come back, is as good as new. */
static void renew(struct ppcc_device *device, struct ppcc_present *entry)
{
	entry->created = device->operation;
	entry->attached_count = 0;
}

/* Finds or makes the item's storage, and counts it. */
static void enter_one(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	struct ppcc_device *device = list->device;
	struct ppcc_present *entry = find(device, map);
	if (map->size == 0 || map->kind & ENDING)
		return;
	if (!entry)
		entry = make(list, map);
	else if (entry->count == 0 && entry->touched != device->operation)
		renew(device, entry);
	if (!entry) {
		list->failed = true;
		return;
	}
	ppcc_present_await(device, list->stream, entry);
	if (entry->touched != device->operation && entry->count != PPCC_FOREVER)
		entry->count++;
	entry->touched = device->operation;
}

static int larger_first(const void *one, const void *other)
{
	const struct ppcc_map *const *a = one, *const *b = other;
	return ((*a)->size < (*b)->size) - ((*a)->size > (*b)->size);
}

/* Larger storage first: what lies in it finds it there. */
static void enter_all(struct ppcc_map_list *list)
{
	size_t count = (size_t)list->maps.count;
	const struct ppcc_map **ordered = ppcc_allocate(count * sizeof *ordered);
	for (size_t i = 0; i < count; i++)
		ordered[i] = &list->maps.list[i];
	qsort(ordered, count, sizeof *ordered, larger_first);
	for (size_t i = 0; i < count; i++)
		enter_one(list, ordered[i]);
	free(ordered);
}

static void attach(struct ppcc_map_list *list, const struct ppcc_map *map)
{
	struct ppcc_device *device = list->device;
	struct ppcc_present *entry = find(device, map), *holder;
	if (!entry || !map->pointer || ppcc_present_find(device, map->pointer, sizeof(void *), &holder) != PPCC_INSIDE || holder->host == holder->device)
		return;
	bool is_new = entry->created == device->operation || holder->created == device->operation || map->kind & PPCC_MAP_ALWAYS;
	char *target = *(char **)map->pointer;
	if (!is_new)
		return;
	list->moves = true;
	device->moving = map->name;
	ppcc_present_attach(device, list->stream, holder, map->pointer, entry->device + (target - entry->host));
	device->moving = NULL;
}

/* Sets each argument once: items that share one are in one piece of storage. */
static void set_arguments(struct ppcc_map_list *list)
{
	void *last = NULL;
	size_t count = (size_t)list->maps.count;
	const struct ppcc_map **ordered = ppcc_allocate(count * sizeof *ordered);
	for (size_t i = 0; i < count; i++)
		ordered[i] = &list->maps.list[i];
	qsort(ordered, count, sizeof *ordered, by_argument);
	for (size_t i = 0; i < count; i++) {
		char **argument = ordered[i]->argument;
		struct ppcc_present *entry = argument && argument != last ? find(list->device, ordered[i]) : NULL;
		if (!entry)
			continue;
		*argument = entry->device + (*argument - entry->host);
		last = argument;
	}
	free(ordered);
}

static void begin_operation(struct ppcc_device *device)
{
	pthread_mutex_lock(&device->mutex);
	device->operation++;
	ppcc_globals_enter(device);
}

/* Takes back what was entered in the operation. */
static void undo(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	for (int i = 0; i < list->maps.count; i++) {
		struct ppcc_present *entry = list->maps.list[i].size > 0 ? find(device, &list->maps.list[i]) : NULL;
		if (!entry || entry->touched != device->operation)
			continue;
		entry->touched = 0;
		if (entry->count != PPCC_FOREVER && --entry->count == 0)
			ppcc_present_remove(device, entry);
	}
}

void ppcc_maps_enter(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	begin_operation(device);
	for (int i = 0; i < list->maps.count; i++) {
		cut_to_present(device, &list->maps.list[i]);
		check_present(device, &list->maps.list[i]);
	}
	enter_all(list);
	if (list->failed) {
		undo(list);
		pthread_mutex_unlock(&device->mutex);
		return;
	}
	for (int i = 0; i < list->maps.count; i++) {
		const struct ppcc_map *map = &list->maps.list[i];
		struct ppcc_present *entry = (map->kind & PPCC_MAP_TO) && map->size > 0 ? find(device, map) : NULL;
		if (entry && (entry->created == device->operation || map->kind & PPCC_MAP_ALWAYS))
			write_part(list, entry, map, map->host);
	}
	for (int i = 0; i < list->maps.count; i++)
		attach(list, &list->maps.list[i]);
	set_arguments(list);
	pthread_mutex_unlock(&device->mutex);
}

bool ppcc_maps_try(struct ppcc_map_list *list)
{
	ppcc_maps_enter(list);
	return !list->failed;
}

/* ------------------------------------------------------------------------------------------- exit */

static void leave_one(struct ppcc_device *device, const struct ppcc_map *map)
{
	struct ppcc_present *entry = map->size > 0 ? find(device, map) : NULL;
	if (!entry || entry->count == PPCC_FOREVER || (entry->count == 0 && entry->touched != device->operation))
		return;
	if (map->kind & PPCC_MAP_DELETE)
		entry->count = 0;
	else if (entry->touched != device->operation)
		entry->count--;
	entry->touched = device->operation;
}

void ppcc_maps_leave(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	begin_operation(device);
	for (int i = 0; i < list->maps.count; i++)
		check_present(device, &list->maps.list[i]);
	for (int i = 0; i < list->maps.count; i++)
		leave_one(device, &list->maps.list[i]);
	for (int i = 0; i < list->maps.count; i++) {
		const struct ppcc_map *map = &list->maps.list[i];
		struct ppcc_present *entry = (map->kind & PPCC_MAP_FROM) && map->size > 0 ? find(device, map) : NULL;
		if (entry && (entry->count == 0 ? entry->touched == device->operation : map->kind & PPCC_MAP_ALWAYS))
			read_part(list, entry, map, map->host);
	}
	list->operation = device->operation;
	pthread_mutex_unlock(&device->mutex);
}

/* What another construct has entered meanwhile stays. */
void ppcc_maps_settle(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	pthread_mutex_lock(&device->mutex);
	for (int i = 0; i < list->maps.count; i++) {
		struct ppcc_present *entry;
		if (ppcc_present_find(device, list->maps.list[i].host, 0, &entry) == PPCC_INSIDE && entry->count == 0 && entry->touched == list->operation)
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

/* Pieces that touch are one piece. */
static void join_pieces(struct ppcc_map *map)
{
	while (map->rank > 0 && map->dimensions[map->rank - 1].step == (long)map->size && map->dimensions[map->rank - 1].count > 0)
		map->size *= map->dimensions[--map->rank].count;
}

static void update_piece(struct ppcc_map_list *list, struct ppcc_present *entry, const struct ppcc_map *map, char *host, int dimension)
{
	if (dimension == map->rank) {
		if (map->kind & PPCC_MAP_TO)
			write_part(list, entry, map, host);
		if (map->kind & PPCC_MAP_FROM)
			read_part(list, entry, map, host);
		return;
	}
	for (unsigned long i = 0; i < map->dimensions[dimension].count; i++, host += map->dimensions[dimension].step)
		update_piece(list, entry, map, host, dimension + 1);
}

void ppcc_maps_update(struct ppcc_map_list *list)
{
	struct ppcc_device *device = list->device;
	begin_operation(device);
	for (int i = 0; i < list->maps.count; i++) {
		join_pieces(&list->maps.list[i]);
		struct ppcc_map whole = list->maps.list[i];
		whole.size = extent(&whole);
		check_present(device, &whole);
		struct ppcc_present *entry = whole.size > 0 ? find(device, &whole) : NULL;
		if (entry)
			update_piece(list, entry, &list->maps.list[i], whole.host, 0);
	}
	pthread_mutex_unlock(&device->mutex);
}
