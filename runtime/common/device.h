/*
 * device.h - what a device is to the runtime, and the data environment that all devices share (OpenMP 5.2, 5.8 and 13).
 *
 * A device target registers its devices with ppcc_device_add when the program first asks for one; their numbers are 0 and up in that
 * order.  The initial device, the host, has no struct ppcc_device: where a function says "null: the initial device", there
 * is one storage for everything and nothing to look up.
 */
#ifndef PPCC_COMMON_DEVICE_H
#define PPCC_COMMON_DEVICE_H

#include "public.h"

#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct ppcc_device;
struct ppcc_stream; /* what one construct has a device do, in this order; those of several constructs overlap */
struct ppcc_mark;   /* a point in a stream */

enum { PPCC_MOST_DEVICES = 64 };

/* What a kind of device can do.  Addresses are device addresses unless a parameter is called host.  With a stream a transfer may
   still go on when the call returns, and the host's memory has to stay until then; without one (null) it is complete. */
struct ppcc_device_operations {
	void *(*allocate)(struct ppcc_device *device, size_t size); /* null: no memory left */
	void (*release)(struct ppcc_device *device, void *memory);
	void (*write)(struct ppcc_device *device, struct ppcc_stream *stream, void *to, const void *host, size_t size);
	void (*read)(struct ppcc_device *device, struct ppcc_stream *stream, void *host, const void *from, size_t size);
	void (*copy)(struct ppcc_device *device, struct ppcc_stream *stream, void *to, const void *from, size_t size);
	void (*fill)(struct ppcc_device *device, struct ppcc_stream *stream, void *memory, int byte, size_t size);
	/* Stores a pointer on the device. */
	void (*point)(struct ppcc_device *device, struct ppcc_stream *stream, void *pointer, void *value);
	/* Runs a target region; data: with device addresses, to stay until the stream is done; launch: as a kernel, which may
	   still run on return; null: it is none. */
	void (*run)(struct ppcc_device *device, struct ppcc_stream *stream, ppcc_region *region, void *data, int thread_limit,
		const struct ppcc_launch *launch);
	const struct ppcc_stream_operations *streams; /* null: all that the device does is complete on return */
	const struct ppcc_foreign_operations *foreign; /* interop.h; null: there is no runtime below */
};

struct ppcc_stream_operations {
	struct ppcc_stream *(*begin)(struct ppcc_device *device);
	void (*finish)(struct ppcc_stream *stream); /* waits until all that was asked of it is done */
	void (*end)(struct ppcc_stream *stream);    /* after finish or then: the stream is not used any more */
	/* Calls next(argument) when all that was asked of the stream is done, in a thread of the runtime that may not wait for others. */
	void (*then)(struct ppcc_stream *stream, void (*next)(void *argument), void *argument);
	/* The last transfer of the stream; to let another stream (null: the caller) wait for it; when it is of no more use. */
	struct ppcc_mark *(*mark)(struct ppcc_stream *stream);
	void (*wait)(struct ppcc_stream *stream, struct ppcc_mark *mark);
	void (*drop)(struct ppcc_mark *mark);
};

/* A piece of storage that the device has. */
struct ppcc_present {
	char *host, *device;
	size_t size;           /* bytes */
	long count;            /* reference count; PPCC_FOREVER: infinite; 0: a construct is about to remove it */
	struct ppcc_mark *moving; /* its last transfer, which may not be complete; null: it is */
	bool owned;            /* the memory on the device is released with the entry */
	bool associated;       /* by omp_target_associate_ptr */
	bool for_loops;        /* the program knows nothing of it: pthread/hostloop.c */
	const char *name;      /* the list item that it was made for */
	unsigned long touched; /* the operation that has counted it last */
	unsigned long created; /* the operation that has made it */
	size_t *attached;      /* offsets of attached pointers, ascending */
	int attached_count, attached_capacity;
};

#define PPCC_FOREVER LONG_MAX

struct ppcc_device {
	const struct ppcc_device_operations *operations;
	const char *description; /* "host device with memory of its own" */
	const char *kind, *vendor; /* traits: "cpu", "gpu" ... */
	char uid[64];            /* unique among all devices */
	int number;
	const char *moving;      /* the list item that is being copied; for what a trace says; the mutex guards it */
	bool works_in_place;     /* it can work on the host's memory: mapped storage stays where it is */
	bool lacks_double;       /* it cannot compute with double */
	bool reaches_host;       /* it can use the host's addresses: declare target variables are the host's own */
	/* The rest is the data environment's; the mutex guards it. */
	pthread_mutex_t mutex;
	struct ppcc_present **present; /* by host address; pieces do not overlap */
	size_t present_count, present_capacity;
	unsigned long operation; /* number of the operation that goes on */
	size_t globals;          /* declare target variables that are in the table */
};

/* ------------------------------------------------------------------------------------------- devices.c */

/* Adds a device: operations, description, uid and reaches_host are filled in.  Only while devices are looked for. */
void ppcc_device_add(struct ppcc_device *device);

/* OMP_DEFAULT_DEVICE, while the runtime initialises; a trait makes it look for devices. */
void ppcc_devices_choose(void);

int ppcc_device_count(void); /* 0 when OMP_TARGET_OFFLOAD=disabled */

/* The device that a number names; null: the initial device.  *known is false when the number is none of a device. */
struct ppcc_device *ppcc_device_find(int number, bool *known);

/* The device that a construct runs on; null: the initial device.  Ends the program where OMP_TARGET_OFFLOAD says so. */
struct ppcc_device *ppcc_device_for(const char *construct, int number);

/* device_choice.c: the devices that a list of specifications names, in its order; their number, -1: it is no such list. */
int ppcc_devices_select(const char *list, struct ppcc_device *const *devices, int count, struct ppcc_device **chosen);

int ppcc_devices_so_far(void); /* how many were added */
bool ppcc_devices_are_gone(void); /* a fork came after they were added, and left a driver's threads behind; or the program ends */

/* opencl/device.c: the devices that OpenCL offers, when the program has kernels; and why there are none, in words that can
   follow "there is no OpenCL device: " (null: there are some, or the program has no kernels). */
void ppcc_opencl_devices_add(void);
const char *ppcc_opencl_missing(void);

/* host_device.c: devices with memory of their own on the host's processors, as many as PPCC_HOST_DEVICES says. */
void ppcc_host_devices_add(int count);

/* ------------------------------------------------------------------------------------------- present.c; the mutex is held */

enum ppcc_overlap { PPCC_ABSENT, PPCC_INSIDE, PPCC_PARTLY };

/* What the device has of host[0, size): nothing, all of it in *entry, or a part, of which *entry is the first.  size 0: the
   entry that the address lies in. */
enum ppcc_overlap ppcc_present_find(const struct ppcc_device *device, const void *host, size_t size, struct ppcc_present **entry);

/* A new entry for storage of which nothing is present. */
struct ppcc_present *ppcc_present_add(struct ppcc_device *device, void *host, void *memory, size_t size, const char *name);
void ppcc_present_remove(struct ppcc_device *device, struct ppcc_present *entry);

/* Copies a part of an entry's storage; attached pointers stay as they are on both sides.  stream: as with operations. */
void ppcc_present_write(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry, const char *host, size_t size);
void ppcc_present_read(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry, char *host, size_t size);

/* What is asked of the stream from now on waits for the transfer of the entry that another stream may have begun. */
void ppcc_present_await(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry);

/* The host address that corresponds to one of the device's; null: none. */
void *ppcc_present_original(const struct ppcc_device *device, const void *address);

/* Makes the pointer at host address `pointer`, which lies in `entry`, lead to `target` on the device. */
void ppcc_present_attach(struct ppcc_device *device, struct ppcc_stream *stream, struct ppcc_present *entry, char *pointer, void *target);

/* ------------------------------------------------------------------------------------------- mapping.c */

enum ppcc_mapping {
	PPCC_STRUCTURED,   /* target and target data: what is entered is left again */
	PPCC_UNSTRUCTURED, /* target enter data and exit data */
	PPCC_UPDATE        /* target update: storage is not mapped */
};

/* The maps of a construct after mappers are applied.  Freed by ppcc_map_list_free. */
struct ppcc_map_list {
	struct ppcc_device *device;
	struct ppcc_stream *stream; /* that the transfers are asked of; null: there is none, all is complete at once */
	struct ppcc_maps maps;
	const struct ppcc_map *invoking; /* the map that the running mapper was called for */
	enum ppcc_mapping mapping;
	unsigned long operation; /* ppcc_maps_leave's number */
	bool moves;              /* the stream has been asked for transfers */
	bool for_loops;          /* its entries are; where there is no memory for them, the host does without */
	bool failed;             /* then: there was none */
};

void ppcc_map_list_make(struct ppcc_map_list *list, struct ppcc_device *device, const struct ppcc_map *maps, int count, enum ppcc_mapping mapping);
void ppcc_map_list_free(struct ppcc_map_list *list);

/* Entry to and exit from the maps of a construct (5.8.3); entry also sets the arguments.  An exit has two steps: what comes back,
   and, when it has come, the end of storage that nobody uses any more. */
void ppcc_maps_enter(struct ppcc_map_list *list);
/* Entry for_loops.  False: there is no memory for all of it, and nothing is entered. */
bool ppcc_maps_try(struct ppcc_map_list *list);
void ppcc_maps_leave(struct ppcc_map_list *list);
void ppcc_maps_settle(struct ppcc_map_list *list);
void ppcc_maps_update(struct ppcc_map_list *list);

/* routines_memory.c: copies a box of `dimensions` dimensions, whose volume, offsets and sizes (of the target, of the source) are five arrays of
   as many numbers, one after the other; devices: null: the host.  One of both devices has the stream, if there is one. */
void ppcc_memory_copy(struct ppcc_device *to_device, struct ppcc_device *from_device, struct ppcc_stream *stream, void *to, const void *from,
	size_t element, int dimensions, const size_t *sizes);

/* declare_target.c: whether the program requires that corresponding storage is the original; whether storage is a declare target variable's; puts those with the enter clause into the table. */
bool ppcc_maps_are_self(void);
bool ppcc_globals_hold(const void *host, size_t size);
const char *ppcc_globals_name(const void *host);
void ppcc_globals_enter(struct ppcc_device *device);
/* Exchanges the values that host and device have of them: before and after the host runs a region on a device's memory, since
   functions of the host use them by name. */
void ppcc_globals_exchange(struct ppcc_device *device);

#endif
