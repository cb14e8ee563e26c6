/*
 * kernel_unit.h - code that is to run on a device, with all that it needs of its file: types, constants and functions in the
 * order of the file, macros expanded.  What it needs is found by name, again and again until nothing new comes up.
 */
#ifndef PPCC_KERNEL_UNIT_H
#define PPCC_KERNEL_UNIT_H

#include "source.h"

struct expansions;

/* A variable at file scope that code for a device may name: one that devices have for the whole program, or while it is mapped
   (declare target), one of which each team has its own, or one that only the host has. */
struct kernel_global {
	struct kernel_global *next;
	const char *name;
	const char *extern_text; /* its declaration: "extern int table[10];"; null: the program has no such variable, the unit's text declares it */
	const char *parameter;   /* a pointer to it, declared: "int (*device_table)[10]" */
	const char *pointer;     /* the name of that */
	const char *size;        /* an expression: bytes, 0: not known here */
	bool on_host;            /* and nowhere else: the unit may only have other variables of the name */
	bool used;               /* by the unit; kernel_unit_make says where the name occurs, kernel_globals_make whether it means the variable */
	bool of_group;           /* groupprivate: each work-group has its own in local memory, and no other file's functions see it */
	const char *declaration; /* then: "int table[10]" */
	const char *qualifier;   /* not a variable, but a pointer that the kernel gets: its address space; name and pointer are the same.  Else null */
	bool of_kernel;          /* such a pointer, which the kernel has among its parameters already */
	const char *row;         /* what the runtime passes for it when not */
	bool is_heap;            /* not one, but the device's memory for omp_alloc; no other file's functions see it */
	bool is_table;           /* not a variable, but the table of their addresses (kernel_globals.h) */
};

struct kernel_unit {
	struct source *source;
	struct expansions *expansions;
	unsigned place;          /* offset of the function that the code was taken from: its macros count */
	const char *code;        /* with #line directives where it has the user's lines */
	const char *function;    /* one that goes along in any case; null: none */
	const char *const *own;  /* null-terminated: names that the code gets as parameters */
	struct kernel_global *globals;
	/* The text of source[start, end), a function with directives, as it must read in a kernel; null: it has none, or cannot. */
	const char *(*lower)(void *context, unsigned start, unsigned end);
	void *context;
	/* What kernel_unit_make fills, in the arena. */
	const char *text;        /* null when something cannot go along */
	const char *problem;     /* then: why */
	bool calls_others;       /* it calls functions of other files */
};

void kernel_unit_make(struct kernel_unit *unit);

#endif
