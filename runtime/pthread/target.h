/* target.h - constructs on devices and copies by routines, as target.c, asynchronous.c and nowait.c see them. */
#ifndef PPCC_PTHREAD_TARGET_H
#define PPCC_PTHREAD_TARGET_H

#include "../common/device.h"
#include "../common/error.h"
#include "team.h"

#define PPCC_RUNTIME /* it refers to what programs define */
#include <ppcc/opencl.h>

enum construct { TARGET, ENTER_DATA, EXIT_DATA, UPDATE };

/* What a construct gets from the program. */
struct call {
	enum construct construct;
	int device, count, thread_limit;
	struct ppcc_construct place;
	const struct ppcc_launch *launch; /* null: the region is no kernel */
	struct ppcc_launch kept;          /* of a task: what launch points to */
	struct ppcc_map *maps;
	ppcc_region *region;
	void *data;
	size_t data_size;
	/* With nowait, on a device that has streams: */
	struct ppcc_device *where;
	struct ppcc_map_list list;
	struct task *task;
};

/* target.c: what a copied call points to was copied behind it. */
void ppcc_call_rebase(struct call *copied);
/* What it does to the data environment at first. */
void ppcc_call_begin(const struct call *call, struct ppcc_map_list *list);

/* nowait.c: whether the construct can be a task that no thread of the program runs; and starts it. */
bool ppcc_call_elsewhere(struct call *call, const struct ppcc_device_options *options, const char *name);
void ppcc_call_start(struct task *task, void *copied);

/* A copy by a routine, at the beginning of a task's data. */
struct ppcc_transfer {
	struct ppcc_device *device; /* that is asked; null: none */
	void (*ask)(const struct ppcc_transfer *transfer);
	struct ppcc_stream *stream; /* while it goes on, as the next */
	struct task *task;
};

/* Makes a task of size bytes of data that no thread runs; false: it cannot be one, and nothing is done. */
bool ppcc_transfer_elsewhere(struct ppcc_transfer *transfer, size_t size, const struct ppcc_depend *depends, int count);

/* Says once: the program has kernels, and there is no device that could run them. */
void ppcc_say_that_host_runs(void);

/* hostloop.c: constructs for PPCC_DEVICE_LOOPS and PPCC_DEVICE_THREADS: target; enter data, exit data and update; target data. */
void ppcc_run_host_loop(const struct call *call);
void ppcc_keep_for_loops(const struct call *call);
struct ppcc_map_list *ppcc_begin_for_loops(struct ppcc_map *maps, int count);

#endif
