/*
 * hostloop.c - parallel loops outside of target regions of which the translator has made kernels (opencl target), and the
 * constructs that it put around them to keep data on the device.
 *
 * The program knows nothing of a device there, so wherever one would be seen, or would not help, the host's threads run the loop:
 * - nothing but the program's first thread outside of all regions uses the device in this way: what other threads do with the
 *   same memory cannot be known;
 * - the default device is an OpenCL device; OMP_TARGET_OFFLOAD does not demand that there is one;
 * - a tool that watches the program's threads sees them;
 * - storage that the program has put there itself stays as it is: the host's is what the loop means;
 * - a loop with little to do is done before a launch is.
 */
#include "events.h"
#include "target.h"

#include "../common/context.h"
#include "../common/error.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A launch takes 10 us, in which two threads run more than 2^15 iterations of a simple loop; and OpenCL takes 0.1 s to start. */
enum { FEW_ITERATIONS = 1 << 17, FEW_BYTES = 1 << 16 };

enum choice { BY_SIZE, NEVER, ALWAYS };

/* PPCC_LOOPS: host, device; else by their size. */
static enum choice choice(void)
{
	static _Atomic int known = -1;
	int value = known;
	if (value < 0) {
		const char *text = getenv("PPCC_LOOPS");
		value = !text || !*text || !strcmp(text, "auto") ? BY_SIZE : !strcmp(text, "host") ? NEVER : !strcmp(text, "device") ? ALWAYS : -1;
		if (value < 0) {
			ppcc_warn("PPCC_LOOPS='%s' is not host, device or auto; auto is used", text);
			value = BY_SIZE;
		}
		known = value;
	}
	return (enum choice)value;
}

/* Whether the thread may use a device for what the program says nothing of devices. */
static bool may_ask(void)
{
	const struct member *me = ppcc_member();
	return choice() != NEVER && !ppcc_watched() && me->team->level == 0 && me->task == &me->implicit && me->league.team_size == 0 &&
	       ppcc_global.offload != PPCC_OFFLOAD_DISABLED && gettid() == getpid() && !ppcc_devices_are_gone();
}

/* The device, which can run the kernel where there is one; null: the host. */
static struct ppcc_device *device_of(const struct ppcc_launch *launch)
{
	bool known;
	if (!may_ask())
		return NULL;
	struct ppcc_device *device = ppcc_device_find(ppcc_icv()->default_device, &known);
	bool runs_kernels = device && device->operations->streams;
	if (!device)
		ppcc_say_that_host_runs();
	return runs_kernels && !(launch && device->lacks_double && strstr(launch->kernel->source, "double")) ? device : NULL;
}

/* Whether the launch is not worth it.  Loops whose number of iterations the host does not know have enough to do. */
static bool is_small(const struct ppcc_launch *launch)
{
	ppcc_count work = (ppcc_count)launch->weight;
	bool known = launch->iterations[0] > 0 || launch->kernel->shape == PPCC_RANGE;
	for (int d = 0; d < 3 && (d == 0 || d < launch->kernel->dimensions); d++)
		work = work > FEW_ITERATIONS && launch->iterations[d] > 0 ? work : work * launch->iterations[d];
	return choice() != ALWAYS && known && work < FEW_ITERATIONS;
}

/* What the device has of an item's storage.  HINDRANCE: what the program has put there, or a part only. */
enum having { NOTHING, OURS, HINDRANCE };

static bool overlap(const char *one, size_t size, const char *other, size_t other_size)
{
	return one < other + other_size && other < one + size;
}

static enum having what_is_there(const struct ppcc_device *device, const struct ppcc_map *map)
{
	enum having having = NOTHING;
	for (size_t i = 0; i < device->present_count; i++) {
		const struct ppcc_present *entry = device->present[i];
		const char *start = map->host;
		if (!overlap(entry->host, entry->size, start, map->size ? map->size : 1))
			continue;
		if (!entry->for_loops || start < entry->host || start + map->size > entry->host + entry->size)
			return HINDRANCE;
		having = OURS;
	}
	return having;
}

/* Whether two items have a part in common, and each one more than that: a device has no such storage. */
static bool is_split(const struct ppcc_map *a, const struct ppcc_map *b)
{
	const char *one = a->host, *other = b->host;
	bool inside = one >= other && one + a->size <= other + b->size, outside = other >= one && other + b->size <= one + a->size;
	return overlap(one, a->size, other, b->size) && !inside && !outside;
}

static enum having most_of(const struct ppcc_device *device, const struct ppcc_maps *maps)
{
	enum having most = NOTHING;
	for (int i = 0; i < maps->count; i++) {
		enum having having = what_is_there(device, &maps->list[i]);
		most = having > most ? having : most;
		for (int k = 0; k < i; k++)
			most = is_split(&maps->list[i], &maps->list[k]) ? HINDRANCE : most;
	}
	return most;
}

/* Brings what the device has of the loop's own data to the host, or back again. */
static void move_ours(struct ppcc_map_list *list, bool to_host)
{
	struct ppcc_device *device = list->device;
	pthread_mutex_lock(&device->mutex);
	for (size_t i = 0; i < device->present_count; i++) {
		struct ppcc_present *entry = device->present[i];
		bool meets = false;
		for (int k = 0; k < list->maps.count; k++)
			meets |= overlap(entry->host, entry->size, list->maps.list[k].host, list->maps.list[k].size);
		if (!meets || !entry->for_loops)
			continue;
		device->moving = entry->name;
		if (to_host)
			ppcc_present_read(device, list->stream, entry, entry->host, entry->size);
		else
			ppcc_present_write(device, list->stream, entry, entry->host, entry->size);
		device->moving = NULL;
	}
	pthread_mutex_unlock(&device->mutex);
	device->operations->streams->finish(list->stream);
}

static void run_here(const struct call *call)
{
	call->region(ppcc_self(), call->data);
}

static void make_list(struct ppcc_map_list *list, struct ppcc_device *device, const struct call *call, enum ppcc_mapping mapping)
{
	ppcc_map_list_make(list, device, call->maps, call->count, mapping);
	list->for_loops = true;
	list->stream = device->operations->streams->begin(device);
}

static void free_list(struct ppcc_map_list *list)
{
	list->device->operations->streams->end(list->stream);
	ppcc_map_list_free(list);
}

static void run_kernel(struct ppcc_device *device, struct ppcc_stream *stream, const struct call *call)
{
	device->operations->run(device, stream, call->region, call->data, call->thread_limit, call->launch);
	device->operations->streams->finish(stream);
}

/* Whether nothing is mapped: the kernel uses the host's memory, and finds no variable there by the table of what the device has. */
static bool needs_no_maps(const struct ppcc_device *device, const struct ppcc_kernel *kernel)
{
	for (int i = 0; i < kernel->argument_count; i++)
		if (kernel->arguments[i].kind == PPCC_ARGUMENT_DECLARED || kernel->arguments[i].kind == PPCC_ARGUMENT_TABLE)
			return false;
	return device->works_in_place;
}

static void run_in_place(struct ppcc_device *device, const struct call *call)
{
	struct ppcc_stream *stream = device->operations->streams->begin(device);
	run_kernel(device, stream, call);
	device->operations->streams->end(stream);
}

/* False: there is no memory. */
static bool run_there(struct ppcc_device *device, struct ppcc_map_list *list, const struct call *call)
{
	if (!ppcc_maps_try(list))
		return false;
	run_kernel(device, list->stream, call);
	list->moves = false;
	ppcc_maps_leave(list);
	if (list->moves)
		device->operations->streams->finish(list->stream);
	ppcc_maps_settle(list);
	return true;
}

void ppcc_run_host_loop(const struct call *call)
{
	struct ppcc_map_list list;
	bool small = !call->launch || is_small(call->launch);
	struct ppcc_device *device = call->device != PPCC_DEVICE_LOOPS || (small && ppcc_devices_so_far() == 0) ? NULL : device_of(call->launch);
	if (!device || (small && device->works_in_place)) {
		run_here(call);
		return;
	}
	if (needs_no_maps(device, call->launch->kernel)) {
		run_in_place(device, call);
		return;
	}
	make_list(&list, device, call, PPCC_STRUCTURED);
	pthread_mutex_lock(&device->mutex);
	enum having having = most_of(device, &list.maps);
	pthread_mutex_unlock(&device->mutex);
	if (having == HINDRANCE || (small && having == NOTHING) || !run_there(device, &list, call)) {
		if (having != NOTHING)
			move_ours(&list, true);
		run_here(call);
		if (having != NOTHING)
			move_ours(&list, false);
	}
	free_list(&list);
}

/* ------------------------------------------------------------------------------------------- data that stays there */

/* Leaves out what the program has on the device itself; of an exit or an update also what is not there. */
static void keep_ours(struct ppcc_map_list *list, bool entering)
{
	int kept = 0;
	for (int i = 0; i < list->maps.count; i++) {
		enum having having = what_is_there(list->device, &list->maps.list[i]);
		bool split = false;
		for (int k = 0; k < kept; k++)
			split |= is_split(&list->maps.list[i], &list->maps.list[k]);
		if (having == OURS || (entering && having == NOTHING && !split))
			list->maps.list[kept++] = list->maps.list[i];
	}
	list->maps.count = kept;
}

/* The device for such a construct: where nothing is copied it does nothing, and for a little data no device is started. */
static struct ppcc_device *device_for_data(const struct ppcc_map *maps, int count, bool entering)
{
	unsigned long bytes = 0;
	for (int i = 0; i < count; i++)
		bytes += maps[i].size;
	if (ppcc_devices_so_far() == 0 && (!entering || (bytes < FEW_BYTES && choice() != ALWAYS)))
		return NULL;
	struct ppcc_device *device = device_of(NULL);
	return device && !device->works_in_place ? device : NULL;
}

void ppcc_keep_for_loops(const struct call *call)
{
	struct ppcc_map_list list;
	struct ppcc_device *device = device_for_data(call->maps, call->count, call->construct == ENTER_DATA);
	if (!device)
		return;
	make_list(&list, device, call, call->construct == UPDATE ? PPCC_UPDATE : PPCC_UNSTRUCTURED);
	pthread_mutex_lock(&device->mutex);
	keep_ours(&list, call->construct == ENTER_DATA);
	if (call->construct == ENTER_DATA)
		ppcc_maps_try(&list);
	else
		ppcc_call_begin(call, &list);
	pthread_mutex_unlock(&device->mutex);
	device->operations->streams->finish(list.stream);
	if (call->construct == EXIT_DATA)
		ppcc_maps_settle(&list);
	free_list(&list);
}

struct ppcc_map_list *ppcc_begin_for_loops(struct ppcc_map *maps, int count)
{
	struct ppcc_device *device = device_for_data(maps, count, true);
	if (!device)
		return NULL;
	struct ppcc_map_list *list = ppcc_allocate(sizeof *list);
	make_list(list, device, &(struct call){.maps = maps, .count = count}, PPCC_STRUCTURED);
	pthread_mutex_lock(&device->mutex);
	keep_ours(list, true);
	if (!ppcc_maps_try(list))
		list->maps.count = 0;
	pthread_mutex_unlock(&device->mutex);
	device->operations->streams->finish(list->stream);
	device->operations->streams->end(list->stream);
	list->stream = NULL;
	return list;
}
