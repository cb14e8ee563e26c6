/*
 * trace.c - PPCC_TRACE: a line on standard error for each transfer, build and launch.
 *
 * What a stream does is written when it is done, with the times that the device has measured.  Parts of one transfer or launch
 * that follow each other (rows of a section, the groups that are left over) are one line.
 */
#include "opencl.h"

#include "../common/error.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct traced {
	struct traced *next;
	const char *what, *name;
	size_t bytes;
	char range[48];        /* of a kernel, in place of the bytes */
	cl_event first, final; /* final: null when there is one part */
};

bool ppcc_cl_traces(void)
{
	static int traces = -1; /* every thread that finds -1 stores the same */
	int known = __atomic_load_n(&traces, __ATOMIC_RELAXED);
	if (known < 0) {
		const char *text = getenv("PPCC_TRACE");
		known = text && *text && strcmp(text, "0") != 0;
		__atomic_store_n(&traces, known, __ATOMIC_RELAXED);
	}
	return known;
}

double ppcc_cl_time(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void print(const struct opencl_device *device, const char *what, const char *name, size_t bytes, const char *range, double ms)
{
	static atomic_flag headed = ATOMIC_FLAG_INIT;
	char size[32] = "";
	if (!atomic_flag_test_and_set(&headed))
		fprintf(stderr, "ppcc trace  device  %-7s %-36s %12s %11s\n", "what", "of", "bytes", "ms");
	if (bytes > 0)
		snprintf(size, sizeof size, "%zu", bytes);
	fprintf(stderr, "ppcc trace  %6d  %-7s %-36s %12s %11.3f\n", device->device.number, what, name, *range ? range : size, ms);
}

void ppcc_cl_trace(const struct opencl_device *device, const char *what, const char *name, size_t bytes, double since)
{
	if (ppcc_cl_traces())
		print(device, what, name, bytes, "", ppcc_cl_time() - since);
}

cl_event *ppcc_cl_traced(struct ppcc_stream *stream, const char *what, const char *name, size_t bytes, const char *range)
{
	struct traced *line = stream->newest;
	if (!ppcc_cl_traces())
		return NULL;
	if (line && line->what == what && strcmp(line->name, name) == 0) {
		size_t length = strlen(line->range);
		line->bytes += bytes;
		if (*range)
			snprintf(line->range + length, sizeof line->range - length, " + %s", range);
		if (line->final)
			ppcc_cl.clReleaseEvent(line->final);
		return &line->final;
	}
	line = ppcc_allocate(sizeof *line);
	*line = (struct traced){.what = what, .name = name, .bytes = bytes};
	snprintf(line->range, sizeof line->range, "%s", range);
	*(stream->newest ? &stream->newest->next : &stream->oldest) = line;
	stream->newest = line;
	return &line->first;
}

static double moment(cl_event event, cl_profiling_info which)
{
	cl_ulong nanoseconds = 0;
	ppcc_cl.clGetEventProfilingInfo(event, which, sizeof nanoseconds, &nanoseconds, NULL);
	return (double)nanoseconds / 1e6;
}

void ppcc_cl_trace_stream(struct ppcc_stream *stream)
{
	for (struct traced *line = stream->oldest, *next; line; line = next) {
		cl_event final = line->final ? line->final : line->first;
		next = line->next;
		print(stream->device, line->what, line->name, line->bytes, line->range,
			moment(final, CL_PROFILING_COMMAND_END) - moment(line->first, CL_PROFILING_COMMAND_START));
		ppcc_cl.clReleaseEvent(line->first);
		if (line->final)
			ppcc_cl.clReleaseEvent(line->final);
		free(line);
	}
	stream->oldest = stream->newest = NULL;
}
