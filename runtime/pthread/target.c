/*
 * target.c - constructs on devices: where they run, and as which task (OpenMP 5.2, 13).
 *
 * What the maps do is common/mapping.c's.  A construct with depend or nowait is a task whose data holds a copy of all that
 * the program handed over (nowait.c: the device does it meanwhile); without them the caller does it at once.
 */
#include "target.h"

#include "../common/context.h"
#include "../common/error.h"
#include "events.h"
#include "links.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Programs call these through macros, which tell the place. */
#undef ppcc_target
#undef ppcc_target_data_begin
#undef ppcc_target_enter_data
#undef ppcc_target_exit_data
#undef ppcc_target_update

void ppcc_error(_Bool fatal, const char *message)
{
	if (ppcc_watched())
		ppcc_event_error(fatal, message, CALLER);
	if (fatal)
		ppcc_fatal("error directive: %s", message);
	ppcc_warn("error directive: %s", message);
}

/* ------------------------------------------------------------------------------------------- running a region */

/* Who runs a target region: the thread itself when it is an initial thread, else one that it plays meanwhile; so too where the
   region's end would wait for tasks that are not of the region. */
static struct member *initial_member(struct member *outer)
{
	if (outer->team->level == 0 && !ppcc_has_tasks(outer))
		return outer;
	if (!outer->root)
		outer->root = ppcc_team_new(NULL, 0, 0);
	struct member *me = outer->root->first;
	me->place = outer->place;
	me->partition_first = outer->partition_first;
	me->partition_count = outer->partition_count;
	return me;
}

void ppcc_run_target(int device, int memory, ppcc_region *region, void *data, int thread_limit)
{
	struct member *outer = ppcc_member(), *me = initial_member(outer);
	struct task *before = me->task;
	struct ppcc_loop *loop = me->loop;
	struct ppcc_thread league = me->league;
	struct ppcc_taskgroup *awaited = me->awaited;
	struct icv icv = *outer->task->icv;
	icv.device = device;
	icv.memory = memory;
	if (thread_limit > 0 && thread_limit < icv.thread_limit)
		icv.thread_limit = thread_limit;
	struct task task = {.icv = &icv, .parent = before, .creator = me, .root = before->root};
	atomic_init(&task.refs, 1);
	me->task = &task;
	me->loop = NULL;
	me->awaited = NULL;
	me->league = (struct ppcc_thread){0, 0};
	ppcc_current = me;
	region(&me->self, data);
	ppcc_drain(me);
	ppcc_task_release_icv(&task);
	ppcc_links_release(&task);
	me->task = before;
	me->loop = loop;
	me->awaited = awaited;
	me->league = league;
	ppcc_current = outer;
}

/* ------------------------------------------------------------------------------------------- the constructs */

static const char *const names[] = {
	[TARGET] = "target", [ENTER_DATA] = "target enter data", [EXIT_DATA] = "target exit data", [UPDATE] = "target update"};

/* in_reduction: in the place of the original stands the copy of the task that runs here (5.5.11). */
static void use_reduction_copies(const struct call *call)
{
	for (int i = 0; i < call->count; i++) {
		struct ppcc_map *map = &call->maps[i];
		if (!(map->kind & PPCC_MAP_REDUCTION))
			continue;
		char *copy = ppcc_reduction_copy(ppcc_self(), map->host), **argument = map->argument;
		if (argument)
			*argument = copy + (*argument - (char *)map->host);
		map->host = copy;
	}
}

/* A region on the initial device that a device asks for (device(ancestor: 1)): the originals are the host's, where there are
   any, and nothing is copied, because they were there first. */
static void use_originals(const struct call *call, const struct ppcc_device *caller)
{
	for (int i = 0; i < call->count; i++) {
		char **argument = call->maps[i].argument, *original;
		original = argument ? ppcc_present_original(caller, *argument) : NULL;
		if (original)
			*argument = original;
	}
}

void ppcc_say_that_host_runs(void)
{
	static atomic_flag said = ATOMIC_FLAG_INIT;
	const char *missing = ppcc_opencl_missing();
	if (missing && ppcc_device_count() == 0 && ppcc_global.offload != PPCC_OFFLOAD_DISABLED && !atomic_flag_test_and_set(&said))
		ppcc_warn("there is no OpenCL device, the host runs target regions: %s", missing);
}

/* Waits for the transfers of the list's construct. */
static void finish(const struct ppcc_map_list *list)
{
	if (list->stream && list->moves)
		list->device->operations->streams->finish(list->stream);
}

static void make_list(struct ppcc_map_list *list, struct ppcc_device *device, const struct ppcc_map *maps, int count, enum ppcc_mapping mapping)
{
	ppcc_map_list_make(list, device, maps, count, mapping);
	if (device->operations->streams)
		list->stream = device->operations->streams->begin(device);
}

static void end_list(struct ppcc_map_list *list)
{
	if (list->stream)
		list->device->operations->streams->end(list->stream);
	list->stream = NULL;
}

/* The whole exit. */
static void exit_maps(struct ppcc_map_list *list)
{
	ppcc_maps_leave(list);
	finish(list);
	ppcc_maps_settle(list);
}

static void run_target(const struct call *call)
{
	bool known;
	struct ppcc_device *device = ppcc_device_for("target", call->device), *caller = ppcc_device_find(ppcc_icv()->memory, &known);
	struct ppcc_map_list list;
	use_reduction_copies(call);
	if (caller && !device) {
		pthread_mutex_lock(&caller->mutex);
		use_originals(call, caller);
		pthread_mutex_unlock(&caller->mutex);
	}
	if (!device) {
		if (call->launch)
			ppcc_say_that_host_runs();
		ppcc_run_target(PPCC_DEVICE_HOST, PPCC_DEVICE_HOST, call->region, call->data, call->thread_limit);
		return;
	}
	make_list(&list, device, call->maps, call->count, PPCC_STRUCTURED);
	ppcc_maps_enter(&list);
	device->operations->run(device, list.stream, call->region, call->data, call->thread_limit, call->launch);
	if (list.stream)
		device->operations->streams->finish(list.stream);
	list.moves = false;
	exit_maps(&list);
	end_list(&list);
	ppcc_map_list_free(&list);
}

void ppcc_call_begin(const struct call *call, struct ppcc_map_list *list)
{
	switch (call->construct) {
	case EXIT_DATA: ppcc_maps_leave(list); break;
	case UPDATE: ppcc_maps_update(list); break;
	default: ppcc_maps_enter(list);
	}
}

static void run_data(const struct call *call)
{
	struct ppcc_device *device = ppcc_device_for(names[call->construct], call->device);
	struct ppcc_map_list list;
	if (!device)
		return;
	make_list(&list, device, call->maps, call->count, call->construct == UPDATE ? PPCC_UPDATE : PPCC_UNSTRUCTURED);
	ppcc_call_begin(call, &list);
	finish(&list);
	if (call->construct == EXIT_DATA)
		ppcc_maps_settle(&list);
	end_list(&list);
	ppcc_map_list_free(&list);
}

static void run_call(const struct call *call)
{
	ppcc_construct_set(call->place);
	bool for_loops = call->device == PPCC_DEVICE_LOOPS || call->device == PPCC_DEVICE_THREADS;
	if (for_loops && call->construct == TARGET)
		ppcc_run_host_loop(call);
	else if (for_loops)
		ppcc_keep_for_loops(call);
	else if (call->construct == TARGET)
		run_target(call);
	else
		run_data(call);
}

/* ------------------------------------------------------------------------------------------- as a task */

/* The parts of the task's data: the call, the maps, their dimensions, the region's data; offsets in bytes. */
struct layout {
	size_t maps, dimensions, data, size;
};

static struct layout layout_of(const struct call *call)
{
	struct layout layout;
	size_t dimensions = 0;
	for (int i = 0; i < call->count; i++)
		dimensions += (size_t)call->maps[i].rank;
	layout.maps = sizeof *call;
	layout.dimensions = layout.maps + (size_t)call->count * sizeof *call->maps;
	layout.data = (layout.dimensions + dimensions * sizeof(struct ppcc_dimension) + LINE - 1) / LINE * LINE;
	layout.size = layout.data + call->data_size;
	return layout;
}

void ppcc_call_rebase(struct call *call)
{
	struct layout layout = layout_of(&(struct call){.count = 0});
	char *base = (char *)call, *data_before = call->data;
	call->launch = call->launch ? &call->kept : NULL;
	call->maps = (struct ppcc_map *)(void *)(base + layout.maps);
	layout = layout_of(call);
	struct ppcc_dimension *dimensions = (struct ppcc_dimension *)(void *)(base + layout.dimensions);
	call->data = base + layout.data;
	for (int i = 0; i < call->count; i++) {
		struct ppcc_map *map = &call->maps[i];
		if (map->argument)
			map->argument = (char *)call->data + ((char *)map->argument - data_before);
		map->dimensions = dimensions;
		dimensions += map->rank;
	}
}

/* The call as the task's body finds it. */
static void run_copied_call(struct ppcc_thread *self, void *copied)
{
	(void)self;
	ppcc_call_rebase(copied);
	run_call(copied);
}

static void make_task(struct call *call, const struct ppcc_device_options *options)
{
	bool elsewhere = ppcc_call_elsewhere(call, options, names[call->construct]);
	struct layout layout = layout_of(call);
	char *copied = ppcc_allocate(layout.size);
	memcpy(copied, call, sizeof *call);
	if (call->launch)
		((struct call *)(void *)copied)->kept = *call->launch;
	memcpy(copied + layout.maps, call->maps, (size_t)call->count * sizeof *call->maps);
	struct ppcc_dimension *dimensions = (struct ppcc_dimension *)(void *)(copied + layout.dimensions);
	for (int i = 0; i < call->count; dimensions += call->maps[i++].rank)
		for (int k = 0; k < call->maps[i].rank; k++)
			dimensions[k] = call->maps[i].dimensions[k];
	if (call->data_size)
		memcpy(copied + layout.data, call->data, call->data_size);
	int flags = options->nowait ? 0 : PPCC_TASK_UNDEFERRED;
	if (elsewhere)
		ppcc_task_elsewhere(ppcc_self(), ppcc_call_start, copied, layout.size, options->depends, options->depend_count);
	else if (options->depend_count > 0)
		ppcc_task_depend(ppcc_self(), run_copied_call, copied, layout.size, flags, 0, options->depends, options->depend_count);
	else
		ppcc_task(ppcc_self(), run_copied_call, copied, layout.size, flags, 0);
	free(copied);
}

static void do_call(struct call *call, const struct ppcc_device_options *options)
{
	ppcc_taskgraph_alter(ppcc_member()->task);
	call->place = ppcc_construct();
	call->thread_limit = options ? options->thread_limit : 0;
	call->launch = options ? options->launch : NULL;
	if (options && (options->nowait || options->depend_count > 0))
		make_task(call, options);
	else
		run_call(call);
}

void ppcc_target(ppcc_region *region, void *data, unsigned long size, struct ppcc_map *maps, int count, int device,
	const struct ppcc_device_options *options)
{
	do_call(&(struct call){.construct = TARGET, .device = device, .count = count, .maps = maps, .region = region, .data = data, .data_size = size},
		options);
}

void ppcc_target_enter_data(struct ppcc_map *maps, int count, int device, const struct ppcc_device_options *options)
{
	do_call(&(struct call){.construct = ENTER_DATA, .device = device, .count = count, .maps = maps}, options);
}

void ppcc_target_exit_data(struct ppcc_map *maps, int count, int device, const struct ppcc_device_options *options)
{
	do_call(&(struct call){.construct = EXIT_DATA, .device = device, .count = count, .maps = maps}, options);
}

void ppcc_target_update(struct ppcc_map *maps, int count, int device, const struct ppcc_device_options *options)
{
	do_call(&(struct call){.construct = UPDATE, .device = device, .count = count, .maps = maps}, options);
}

/* ------------------------------------------------------------------------------------------- target data */

struct ppcc_map_list *ppcc_target_data_begin(struct ppcc_map *maps, int count, int number)
{
	if (number == PPCC_DEVICE_LOOPS)
		return ppcc_begin_for_loops(maps, count);
	struct ppcc_device *device = ppcc_device_for("target data", number);
	if (!device)
		return NULL;
	struct ppcc_map_list *list = ppcc_allocate(sizeof *list);
	make_list(list, device, maps, count, PPCC_STRUCTURED);
	ppcc_maps_enter(list);
	finish(list);
	end_list(list);
	return list;
}

void ppcc_target_data_end(struct ppcc_map_list *list)
{
	if (!list)
		return;
	if (list->device->operations->streams)
		list->stream = list->device->operations->streams->begin(list->device);
	exit_maps(list);
	end_list(list);
	ppcc_map_list_free(list);
	free(list);
}

void *ppcc_device_address(const void *host, int number)
{
	struct ppcc_device *device = ppcc_device_for("target data", number);
	struct ppcc_present *entry;
	char *address = (char *)(uintptr_t)host;
	if (!device)
		return address;
	pthread_mutex_lock(&device->mutex);
	if (ppcc_present_find(device, host, 0, &entry) == PPCC_INSIDE)
		address = entry->device + (address - entry->host);
	pthread_mutex_unlock(&device->mutex);
	return address;
}
