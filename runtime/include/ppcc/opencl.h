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
	PPCC_RANGE,  /* one for each iteration */
	PPCC_TEAMS   /* work-groups, at most one for each iteration */
};

enum ppcc_argument_kind {
	PPCC_ARGUMENT_NONE,
	PPCC_ARGUMENT_VALUE,   /* of the region's data */
	PPCC_ARGUMENT_POINTER, /* a device address in the region's data */
	PPCC_ARGUMENT_GROUPS,  /* global memory for each work-group's partial result */
	PPCC_ARGUMENT_ITEMS,   /* local memory for each work-item's partial result */
	PPCC_ARGUMENT_COPY,    /* the device's address of a copy of a value of the region's data, for this launch */
	PPCC_ARGUMENT_DECLARED /* the device's address of a variable of declare target, whose own address is the offset */
};

enum ppcc_argument_use { /* which kernels get it: that of the region, the one that combines the groups' partial results */
	PPCC_USE_REGION,
	PPCC_USE_BOTH,
	PPCC_USE_FINISH
};

struct ppcc_kernel_argument {
	int kind;             /* enum ppcc_argument_kind */
	unsigned long offset; /* in the region's data */
	unsigned long size;   /* bytes; GROUPS and ITEMS: of one result */
	int use;              /* enum ppcc_argument_use */
};

/* A value in the region's data, and one that the kernel gets the address of a copy of; an address in it, and that of what a reduction results in; partial results of some size, of
   the groups and of the work-items; a variable of declare target. */
#define PPCC_VALUE(data, member) {PPCC_ARGUMENT_VALUE, __builtin_offsetof(struct data, member), sizeof(((struct data *)0)->member), PPCC_USE_REGION}
#define PPCC_COPY(data, member) {PPCC_ARGUMENT_COPY, __builtin_offsetof(struct data, member), sizeof(((struct data *)0)->member), PPCC_USE_REGION}
#define PPCC_POINTER(data, member) PPCC_RESULT(data, member, PPCC_USE_REGION)
#define PPCC_RESULT(data, member, use) {PPCC_ARGUMENT_POINTER, __builtin_offsetof(struct data, member), sizeof(void *), use}
#define PPCC_GROUPS(size) {PPCC_ARGUMENT_GROUPS, 0, size, PPCC_USE_BOTH}
#define PPCC_ITEMS(size) {PPCC_ARGUMENT_ITEMS, 0, size, PPCC_USE_REGION}
#define PPCC_DECLARED(variable) {PPCC_ARGUMENT_DECLARED, (unsigned long)&(variable), sizeof(variable), PPCC_USE_REGION}

struct ppcc_kernel {
	const char *name, *finish; /* finish: the kernel that combines the groups' partial results; null: there are none */
	const char *source;
	const struct ppcc_kernel_argument *arguments; /* in the order of the parameters */
	int argument_count;
	int shape;      /* enum ppcc_shape */
	int dimensions; /* of the work-items' numbers; 0: one */
	void *state;    /* the runtime's: what has been built */
};

/* What a launch depends on. */
struct ppcc_launch {
	struct ppcc_kernel *kernel;
	ppcc_count iterations[3]; /* of the loops that number the work-items, innermost first; 0: not known, but for PPCC_RANGE */
	int teams, thread_limit, threads; /* of the clauses; 0: not said */
};

#ifdef __cplusplus
}
#endif
#endif
