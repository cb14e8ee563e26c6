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
	PPCC_ARGUMENT_GROUPS,  /* global memory, a piece for each work-group */
	PPCC_ARGUMENT_COPIES,  /* the same for each work-item */
	PPCC_ARGUMENT_ITEMS,   /* local memory, a piece for each work-item of a group */
	PPCC_ARGUMENT_COUNT,   /* one of the launch's counts, whose number is the offset */
	PPCC_ARGUMENT_LOCK,    /* one of the device's locks, whose number is the offset: an int that is 0 while nobody has it */
	PPCC_ARGUMENT_COPY,    /* the device's address of a copy of a value of the region's data, for this launch */
	PPCC_ARGUMENT_ARRAY,   /* the same of an array whose host address is in the region's data, and whose number of elements is a count */
	PPCC_ARGUMENT_ONE,     /* global memory, one piece */
	PPCC_ARGUMENT_DECLARED, /* the device's address of a variable of declare target, whose own address is the offset */
	PPCC_ARGUMENT_TABLE,   /* the addresses of those that functions of other files use */
	PPCC_ARGUMENT_HEAP,    /* the device's memory for omp_alloc */
	PPCC_ARGUMENT_ALLOCATOR /* one of the launch's allocators, whose number is the offset */
};

enum ppcc_argument_use { /* which kernels get it: that of the region, the one that combines the groups' partial results */
	PPCC_USE_REGION,
	PPCC_USE_BOTH,
	PPCC_USE_FINISH
};

struct ppcc_kernel_argument {
	int kind;             /* enum ppcc_argument_kind */
	unsigned long offset; /* in the region's data; GROUPS, COPIES and ONE: the number of a count, 0: none */
	unsigned long size;   /* bytes; GROUPS, COPIES, ITEMS and ONE: of a piece, which is so many of them where there is a count; ARRAY: of an element */
	int use;              /* enum ppcc_argument_use */
	int count;            /* ARRAY: the number of a count */
};

/* A value in the region's data, and one that the kernel gets the address of a copy of, and so of an array; an address in it, and that of what a reduction results in; pieces of some size for
   the groups and the work-items, the size times a count where that has a number; a count; a lock; a variable of declare target, and one whose
   size this file does not know; their table; memory for omp_alloc, and an allocator of the region. */
#define PPCC_VALUE(data, member) {PPCC_ARGUMENT_VALUE, __builtin_offsetof(struct data, member), sizeof(((struct data *)0)->member), PPCC_USE_REGION, 0}
#define PPCC_COPY(data, member) {PPCC_ARGUMENT_COPY, __builtin_offsetof(struct data, member), sizeof(((struct data *)0)->member), PPCC_USE_REGION, 0}
#define PPCC_ARRAY_COPY(data, member, size, count) {PPCC_ARGUMENT_ARRAY, __builtin_offsetof(struct data, member), size, PPCC_USE_REGION, count}
#define PPCC_POINTER(data, member) PPCC_RESULT(data, member, PPCC_USE_REGION)
#define PPCC_RESULT(data, member, use) {PPCC_ARGUMENT_POINTER, __builtin_offsetof(struct data, member), sizeof(void *), use, 0}
#define PPCC_GROUPS(size) PPCC_GROUPS_TIMES(size, 0)
#define PPCC_COPIES(size) PPCC_COPIES_TIMES(size, 0)
#define PPCC_GROUPS_TIMES(size, count) {PPCC_ARGUMENT_GROUPS, count, size, PPCC_USE_BOTH, 0}
#define PPCC_COPIES_TIMES(size, count) {PPCC_ARGUMENT_COPIES, count, size, PPCC_USE_REGION, 0}
#define PPCC_ONE_TIMES(size, count) {PPCC_ARGUMENT_ONE, count, size, PPCC_USE_REGION, 0}
#define PPCC_COUNT(number) {PPCC_ARGUMENT_COUNT, number, sizeof(unsigned long), PPCC_USE_BOTH, 0}
#define PPCC_LOCK(number) {PPCC_ARGUMENT_LOCK, number, sizeof(int), PPCC_USE_REGION, 0}
#define PPCC_ITEMS(size) {PPCC_ARGUMENT_ITEMS, 0, size, PPCC_USE_REGION, 0}
#define PPCC_DECLARED(variable) {PPCC_ARGUMENT_DECLARED, (unsigned long)&(variable), sizeof(variable), PPCC_USE_REGION, 0}
#define PPCC_DECLARED_ELSEWHERE(variable) {PPCC_ARGUMENT_DECLARED, (unsigned long)&(variable), 0, PPCC_USE_REGION, 0}
#define PPCC_TABLE {PPCC_ARGUMENT_TABLE, 0, 0, PPCC_USE_REGION, 0}
#define PPCC_HEAP {PPCC_ARGUMENT_HEAP, 0, 0, PPCC_USE_REGION, 0}
#define PPCC_OWN_ALLOCATOR(number) {PPCC_ARGUMENT_ALLOCATOR, number, sizeof(struct ppcc_kernel_allocator), PPCC_USE_REGION, 0}

/* A function of another file that a kernel, or such a function, calls.  Letters say what its pointers point to, outermost first, parameter
   by parameter: p private, g global, l local, c constant memory; in a function, a digit: the address space with this number
   of those that its caller decides. */
struct ppcc_need {
	void (*function)(void);
	const char *name, *parameters, *returned;
};

struct ppcc_device_variable {
	void *host;
	unsigned long size;
};

/* A function for kernels of other files.  In its text, where it is called by its name, two underscores and the letters of its parameters, PPCC_SPACE_ and a
   digit stand for what the caller decides, and ppcc_first for the place of its first variable in the table. */
struct ppcc_device_function {
	void (*function)(void);
	const char *name, *parameters, *returned; /* as in ppcc_need */
	const char *source;  /* null: the device cannot run it */
	const char *problem; /* then: why */
	const struct ppcc_need *needs;
	unsigned long need_count;
	const struct ppcc_device_variable *variables;
	unsigned long variable_count;
	_Bool asks;          /* for the thread or the team that it is in */
	struct ppcc_device_function *next; /* the runtime's */
};

/* Called before main, for each. */
void ppcc_device_function(struct ppcc_device_function *function);

struct ppcc_kernel {
	const char *name, *finish; /* finish: the kernel that combines the groups' partial results; null: there are none */
	const char *source;
	const struct ppcc_kernel_argument *arguments; /* in the order of the parameters */
	int argument_count;
	int shape;      /* enum ppcc_shape */
	int dimensions; /* of the work-items' numbers; 0: one */
	_Bool asks;     /* for its threads, in a kernel of shape PPCC_TEAM */
	_Bool deals;    /* iterations to its threads, in one of shape PPCC_LEAGUE, and nothing else: how many they are does not show */
	int team_dimensions; /* of a team's, in kernels of shape PPCC_TEAM and PPCC_TEAMS; 0: one */
	void *state;    /* the runtime's: what has been built */
	const struct ppcc_need *needs;
	unsigned long need_count;
	_Bool answers; /* functions may ask for their thread and team */
	void *links;   /* the runtime's: what it has found of the needs */
};

enum { PPCC_COUNTS = 8, PPCC_LOCKS = 64, PPCC_ALLOCATORS = 4 };

/* An allocator that a region has for itself (uses_allocators), as its kernel sees it; the kernel's handle is its address. */
struct ppcc_kernel_allocator {
	unsigned long alignment, pool_size, fallback, used; /* fallback: enum omp_alloctrait_value_t */
};

/* The one with these traits; space: omp_memspace_handle_t, traits: omp_alloctrait_t of that count. */
struct ppcc_kernel_allocator ppcc_kernel_allocator(__UINTPTR_TYPE__ space, int count, const void *traits);

/* What a launch depends on. */
struct ppcc_launch {
	struct ppcc_kernel *kernel;
	ppcc_count iterations[3]; /* of the loops that number the work-items, innermost first; 0: not known, but for PPCC_RANGE */
	ppcc_count first[3];      /* PPCC_RANGE: the numbers of the first work-items */
	int teams, thread_limit, threads; /* of the clauses; 0: not said */
	unsigned long counts[PPCC_COUNTS]; /* number 1 is the first */
	struct ppcc_kernel_allocator allocators[PPCC_ALLOCATORS];
	unsigned long weight; /* of a loop of the host's: how much one of the iterations has to do, in simple ones */
};

#ifdef __cplusplus
}
#endif
#endif
