/*
 * ppcc/opencl.h - what the code that ppcc writes for the opencl target calls, besides ppcc/pthread.h.
 *
 * A kernel's source text is in the program; the runtime builds it when it is launched first.  A program that includes
 * this header makes the runtime look for OpenCL devices.
 */
#ifndef PPCC_OPENCL_H
#define PPCC_OPENCL_H

#include <ppcc/pthread.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef PPCC_RUNTIME
/* Tells the runtime, which has a weak reference to it, that the program has kernels. */
__attribute__((weak)) const int ppcc_has_kernels = 1;
#endif

enum ppcc_shape {  /* how work-items are spread */
	PPCC_SERIAL, /* one */
	PPCC_TEAM,   /* one work-group */
	PPCC_GROUPS, /* work-groups of one */
	PPCC_LEAGUE, /* work-groups */
	PPCC_RANGE,  /* at least one for each iteration */
	PPCC_TEAMS   /* work-groups, at most one for each iteration */
};

enum ppcc_argument_kind {
	PPCC_ARGUMENT_NONE,
	PPCC_ARGUMENT_VALUE,   /* of the region's data */
	PPCC_ARGUMENT_POINTER, /* a device address in the region's data */
	PPCC_ARGUMENT_GROUPS,  /* global memory for each work-group's partial result */
	PPCC_ARGUMENT_ITEMS,   /* local memory for each work-item's partial result */
	PPCC_ARGUMENT_DECLARED /* the device's address of a variable of declare target, whose own address is the offset */
};

struct ppcc_kernel_argument {
	int kind;             /* enum ppcc_argument_kind */
	unsigned long offset; /* in the region's data */
	unsigned long size;   /* bytes; GROUPS and ITEMS: of one result */
	_Bool finishes;       /* the second kernel gets it too */
};

struct ppcc_kernel {
	const char *name, *finish; /* finish: the kernel that combines the groups' partial results; null: there are none */
	const char *source;
	const struct ppcc_kernel_argument *arguments; /* in the order of the parameters */
	int argument_count;
	int shape;   /* enum ppcc_shape */
	void *state; /* the runtime's: what has been built */
};

/* What a launch depends on. */
struct ppcc_launch {
	struct ppcc_kernel *kernel;
	ppcc_count iterations; /* 0: not known */
	int teams, thread_limit, threads; /* of the clauses; 0: not said */
};

#ifdef __cplusplus
}
#endif
#endif
