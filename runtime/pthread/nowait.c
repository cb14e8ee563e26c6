/*
 * nowait.c - target constructs and copies that nobody waits for, on devices that have streams (OpenMP 5.2, 13.2 to 13.9).
 *
 * Such a construct is a task that no thread runs.  Who makes it ready (the thread that meets it, or the one in which the last
 * of its predecessors ends) asks the device for its transfers and its kernel, and goes on.  What follows when they are done, the exit
 * from its maps and the end of the task, is called by the device's thread.
 */
#include "../common/error.h"
#include "events.h"
#include "links.h"
#include "target.h"

static void complete(struct call *call)
{
	struct ppcc_stream *stream = call->list.stream;
	const struct ppcc_stream_operations *streams = call->where->operations->streams;
	ppcc_map_list_free(&call->list);
	ppcc_task_end_elsewhere(call->task);
	streams->end(stream);
}

/* The device has done all of it. */
static void settle(void *argument)
{
	struct call *call = argument;
	if (call->construct == TARGET || call->construct == EXIT_DATA)
		ppcc_maps_settle(&call->list);
	complete(call);
}

/* Goes on when what was asked of the device is done. */
static void follow(struct call *call, void (*next)(void *), bool asked)
{
	if (asked)
		call->where->operations->streams->then(call->list.stream, next, call);
	else
		next(call);
}

/* The kernel has run. */
static void leave(void *argument)
{
	struct call *call = argument;
	call->list.moves = false;
	ppcc_maps_leave(&call->list);
	follow(call, settle, call->list.moves);
}

void ppcc_call_start(struct task *task, void *copied)
{
	struct call *call = copied;
	struct ppcc_device *device = call->where;
	ppcc_call_rebase(call);
	ppcc_construct_set(call->place);
	call->task = task;
	ppcc_map_list_make(&call->list, device, call->maps, call->count,
		call->construct == TARGET ? PPCC_STRUCTURED : call->construct == UPDATE ? PPCC_UPDATE : PPCC_UNSTRUCTURED);
	call->list.stream = device->operations->streams->begin(device);
	ppcc_call_begin(call, &call->list);
	if (call->construct != TARGET) {
		follow(call, settle, call->list.moves);
		return;
	}
	device->operations->run(device, call->list.stream, call->region, call->data, call->thread_limit, call->launch);
	follow(call, leave, true);
}

/* An initial thread ends, or the program: its implicit parallel region waits for all tasks (5.2, 1.3). */
static void end_of_thread(void *unused)
{
	struct member *me = ppcc_current;
	(void)unused;
	if (!ppcc_failing() && me && me->team->level == 0 && !(me->task->bits & TASK_EXPLICIT) && me->task->parent == NULL)
		ppcc_drain(me);
}

/* The C library's own: calls a function when the calling thread ends, or calls exit, before any function of atexit.  Destructors
   of a driver's compiler are among these, and the driver may yet compile. */
int __cxa_thread_atexit_impl(void (*function)(void *), void *argument, void *library) __attribute__((weak));
extern void *__dso_handle __attribute__((visibility("hidden")));

static void wait_at_end(void)
{
	static _Thread_local bool waits;
	if (!waits && __cxa_thread_atexit_impl)
		__cxa_thread_atexit_impl(end_of_thread, NULL, &__dso_handle);
	waits = true;
}

/* Whether a new task need not be run by a thread: a tool is told of threads that run tasks. */
static bool may_be_elsewhere(void)
{
	const struct task *task = ppcc_member()->task;
	return !ppcc_watched() && !(task->bits & TASK_IS_FINAL) && task->icv->memory == PPCC_DEVICE_HOST;
}

bool ppcc_call_elsewhere(struct call *call, const struct ppcc_device_options *options, const char *name)
{
	if (!options->nowait || !may_be_elsewhere())
		return false;
	struct ppcc_device *device = ppcc_device_for(name, call->device);
	if (!device || !device->operations->streams || (call->construct == TARGET && !call->launch))
		return false;
	for (int i = 0; i < call->count; i++)
		if (call->maps[i].kind & PPCC_MAP_REDUCTION)
			return false; /* the copy is that of the thread which runs the task */
	wait_at_end();
	call->where = device;
	return true;
}

/* ------------------------------------------------------------------------------------------- transfers that routines begin */

static void transferred(void *argument)
{
	struct ppcc_transfer *transfer = argument;
	struct ppcc_stream *stream = transfer->stream;
	const struct ppcc_stream_operations *streams = transfer->device->operations->streams;
	ppcc_task_end_elsewhere(transfer->task);
	streams->end(stream);
}

static void start_transfer(struct task *task, void *copied)
{
	struct ppcc_transfer *transfer = copied;
	const struct ppcc_stream_operations *streams = transfer->device->operations->streams;
	transfer->task = task;
	transfer->stream = streams->begin(transfer->device);
	transfer->ask(transfer);
	streams->then(transfer->stream, transferred, transfer);
}

bool ppcc_transfer_elsewhere(struct ppcc_transfer *transfer, size_t size, const struct ppcc_depend *depends, int count)
{
	if (!transfer->device || !transfer->device->operations->streams || !may_be_elsewhere())
		return false;
	wait_at_end();
	ppcc_task_elsewhere(ppcc_self(), start_transfer, transfer, size, depends, count);
	return true;
}
