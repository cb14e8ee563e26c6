/*
 * stream.c - what constructs have a device do, each in its own order, so that transfers and kernels of several overlap.
 *
 * A stream has a command queue that works in order, and is handed out again when it has ended.  With more streams than queues
 * some share one, which only makes them wait for each other.  What is to follow a construct that nobody waits for (ppcc_stream
 * operation then) is called by one thread of the runtime: callbacks of OpenCL may come in any thread of the driver's, which must
 * not be held up.
 */
#include "opencl.h"

#include "../common/error.h"

#include <stdlib.h>

/* ------------------------------------------------------------------------------------------- handing out */

static struct ppcc_stream *new_stream(struct opencl_device *device)
{
	struct ppcc_stream *stream = ppcc_allocate_aligned(64, sizeof *stream);
	cl_command_queue *queue = &device->queues[device->stream_count++ % PPCC_MOST_QUEUES];
	if (!*queue)
		*queue = ppcc_cl_queue(device);
	stream->device = device;
	stream->queue = *queue;
	return stream;
}

static struct ppcc_stream *begin(struct ppcc_device *device)
{
	struct opencl_device *self = (struct opencl_device *)device;
	pthread_mutex_lock(&self->lock);
	struct ppcc_stream *stream = self->free;
	if (stream)
		self->free = stream->next;
	else
		stream = new_stream(self);
	pthread_mutex_unlock(&self->lock);
	return stream;
}

static void finish(struct ppcc_stream *stream)
{
	ppcc_cl_check(stream->device, ppcc_cl.clFinish(stream->queue), "finish what it was asked to do");
	ppcc_cl_trace_stream(stream);
}

static void end(struct ppcc_stream *stream)
{
	struct opencl_device *device = stream->device;
	pthread_mutex_lock(&device->lock);
	stream->next = device->free;
	device->free = stream;
	pthread_mutex_unlock(&device->lock);
}

void *ppcc_cl_piece(struct ppcc_stream *stream, int index, size_t size)
{
	struct ppcc_device *device = &stream->device->device;
	if (index >= PPCC_MOST_PIECES)
		return NULL;
	if (stream->pieces[index].size < size) {
		if (stream->pieces[index].memory)
			device->operations->release(device, stream->pieces[index].memory);
		stream->pieces[index].memory = device->operations->allocate(device, size);
		stream->pieces[index].size = stream->pieces[index].memory ? size : 0;
	}
	return stream->pieces[index].memory;
}

/* ------------------------------------------------------------------------------------------- marks: events of transfers */

static struct ppcc_mark *mark(struct ppcc_stream *stream)
{
	if (stream->last)
		ppcc_cl.clRetainEvent(stream->last);
	return (struct ppcc_mark *)stream->last;
}

static void drop(struct ppcc_mark *mark)
{
	ppcc_cl.clReleaseEvent((cl_event)mark);
}

static void wait_for(struct ppcc_stream *stream, struct ppcc_mark *mark)
{
	cl_event event = (cl_event)mark;
	cl_int status = CL_QUEUED;
	ppcc_cl.clGetEventInfo(event, CL_EVENT_COMMAND_EXECUTION_STATUS, sizeof status, &status, NULL);
	if (status <= CL_COMPLETE)
		return;
	if (stream)
		ppcc_cl_check(stream->device, ppcc_cl.clEnqueueBarrierWithWaitList(stream->queue, 1, &event, NULL), "wait for a transfer");
	else
		ppcc_cl.clWaitForEvents(1, &event);
}

/* ------------------------------------------------------------------------------------------- what follows */

static struct {
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	struct ppcc_stream *first, **last; /* those whose work is done, oldest first */
	int expected;                      /* calls of next that are to come, or go on */
	pthread_t thread;
} follower = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static struct ppcc_stream *next_done(void)
{
	pthread_mutex_lock(&follower.mutex);
	while (!follower.first)
		pthread_cond_wait(&follower.changed, &follower.mutex);
	struct ppcc_stream *stream = follower.first;
	follower.first = stream->next;
	if (!follower.first)
		follower.last = &follower.first;
	pthread_mutex_unlock(&follower.mutex);
	return stream;
}

static void *follow(void *unused)
{
	for (;;) {
		struct ppcc_stream *stream = next_done();
		void (*next)(void *) = stream->follows;
		finish(stream); /* it is, but only this call says with which error */
		next(stream->argument);
		pthread_mutex_lock(&follower.mutex);
		follower.expected--;
		pthread_cond_broadcast(&follower.changed);
		pthread_mutex_unlock(&follower.mutex);
	}
	return unused;
}

/* The driver goes away with the program: what devices still do has to end before. */
static void await_all(void)
{
	if (ppcc_failing() || pthread_equal(pthread_self(), follower.thread))
		return;
	pthread_mutex_lock(&follower.mutex);
	while (follower.expected > 0)
		pthread_cond_wait(&follower.changed, &follower.mutex);
	pthread_mutex_unlock(&follower.mutex);
}

static void start_follower(void)
{
	follower.last = &follower.first;
	if (pthread_create(&follower.thread, NULL, follow, NULL) != 0)
		ppcc_fatal("a thread for the ends of target constructs with nowait cannot be made");
	pthread_detach(follower.thread);
	atexit(await_all);
}

static void CL_CALLBACK arrived(cl_event event, cl_int status, void *argument)
{
	struct ppcc_stream *stream = argument;
	(void)event;
	(void)status;
	pthread_mutex_lock(&follower.mutex);
	stream->next = NULL;
	*follower.last = stream;
	follower.last = &stream->next;
	pthread_cond_broadcast(&follower.changed);
	pthread_mutex_unlock(&follower.mutex);
}

static void then(struct ppcc_stream *stream, void (*next)(void *argument), void *argument)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	cl_event event;
	pthread_once(&once, start_follower);
	stream->follows = next;
	stream->argument = argument;
	pthread_mutex_lock(&follower.mutex);
	follower.expected++;
	pthread_mutex_unlock(&follower.mutex);
	ppcc_cl_check(stream->device, ppcc_cl.clEnqueueMarkerWithWaitList(stream->queue, 0, NULL, &event), "take a mark");
	ppcc_cl_check(stream->device, ppcc_cl.clSetEventCallback(event, CL_COMPLETE, arrived, stream), "call back");
	ppcc_cl.clFlush(stream->queue);
	ppcc_cl.clReleaseEvent(event);
}

const struct ppcc_stream_operations ppcc_cl_streams = {begin, finish, end, then, mark, wait_for, drop};
