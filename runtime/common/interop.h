/* interop.h - what interop objects lead to (OpenMP 5.2, 14.1). */
#ifndef PPCC_COMMON_INTEROP_H
#define PPCC_COMMON_INTEROP_H

#include "device.h"

/* The program's way past this runtime to the one below a kind of device. */
struct ppcc_foreign_operations {
	omp_interop_fr_t id;
	const char *name;
	int (*vendor)(struct ppcc_device *device); /* its number there */
	void *(*platform)(struct ppcc_device *device);
	void *(*handle)(struct ppcc_device *device);
	void *(*context)(struct ppcc_device *device);
	/* A queue of the object's own; to wait for all that is in it; when the object is destroyed. */
	void *(*begin)(struct ppcc_device *device);
	void (*finish)(struct ppcc_device *device, void *queue);
	void (*end)(struct ppcc_device *device, void *queue);
};

#endif
