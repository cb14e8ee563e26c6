/*
 * kernel_unit.h - code that is to run on a device, with all that it needs of its file: types, constants and functions in the
 * order of the file, macros expanded.  What it needs is found by name, again and again until nothing new comes up.
 */
#ifndef PPCC_KERNEL_UNIT_H
#define PPCC_KERNEL_UNIT_H

#include "source.h"

struct kernel_unit {
	struct source *source;
	unsigned place;          /* offset of the function that the code was taken from: its macros count */
	const char *code;        /* with #line directives where it has the user's lines */
	const char *const *own;  /* null-terminated: names that the code gets as parameters */
	/* What kernel_unit_make fills, in the arena. */
	const char *text;        /* null when something cannot go along */
	const char *problem;     /* then: why */
};

void kernel_unit_make(struct kernel_unit *unit);

#endif
