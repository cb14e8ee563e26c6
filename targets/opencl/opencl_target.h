/*
 * opencl_target.h - what the files of the opencl target share.
 *
 * A target region becomes a kernel (kernel.c): the constructs that spread its work over teams and threads are the *spine*,
 * one inside the other from `target` on with nothing beside them; what they enclose is what one work-item does.  Rows of
 * a table of its own (constructs.c) lower what stands in a kernel.  Everything else of the program is pthread's.
 */
#ifndef PPCC_OPENCL_TARGET_H
#define PPCC_OPENCL_TARGET_H

#include "nest.h"
#include "target.h"

enum { MAX_SPINE = 8 };

/* How the runtime spreads work-items; the constants of enum ppcc_shape in ppcc/opencl.h. */
enum kernel_shape {
	KERNEL_SERIAL,  /* one work-item */
	KERNEL_TEAM,    /* one work-group: parallel without teams */
	KERNEL_GROUPS,  /* teams without parallel: groups of one work-item */
	KERNEL_LEAGUE,  /* teams with threads */
	KERNEL_RANGE    /* the same, as many work-items as iterations */
};

/* A variable of which each work-item has a partial result. */
struct kernel_reduction {
	struct kernel_reduction *next;
	const struct variable *variable;
	const char *operator;
	const char *result, *parts, *groups; /* names: where the result goes, the work-group's parts, the groups' */
};

/* The kernel that is made; lowering->state while its text is lowered. */
struct kernel {
	struct lowering *lowering;
	struct leaf *target;
	struct leaf *spine[MAX_SPINE];
	int depth;
	enum kernel_shape shape;
	bool simple;                  /* each work-item runs at most one iteration */
	struct kernel_reduction *reductions, **next_reduction;
	const char *iterations;       /* on the host: how many there are; null: not known there */
	struct text host;             /* lines on the host that iterations needs */
};

/* constructs.c: the rows for what stands in a kernel, and where the leaf is in the spine (-1: not). */
extern const struct target opencl_kernel_rows;
int kernel_spine_index(const struct kernel *kernel, const struct leaf *leaf);

/* kernel_loops.c: the loops of the spine's innermost leaves. */
const char *kernel_loops(struct lowering *lowering, struct leaf *leaf);
/* Fills iterations and host, and decides simple. */
void kernel_iterations(struct kernel *kernel);

/* kernel_copies.c: the declarations of a spine leaf's private copies, one a line. */
void kernel_copies(struct kernel *kernel, const struct leaf *leaf, struct text *out);
/* The name of a parameter for a variable of which the kernel has copies of the same name; null: it has none. */
const char *kernel_original(const struct kernel *kernel, const struct variable *variable);
/* After the work: how partial results are combined in the work-group.  And the kernel that combines the groups'. */
void kernel_combine(struct kernel *kernel, struct text *out);
const char *kernel_finish(struct kernel *kernel, const char *name);

#endif
