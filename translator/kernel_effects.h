/* kernel_effects.h - what a statement of a kernel does, as far as it matters for who may run it. */
#ifndef PPCC_KERNEL_EFFECTS_H
#define PPCC_KERNEL_EFFECTS_H

#include "kernel_spaces.h"

/* A variable of the serial part, one declared where all work-items pass. */
struct serial_variable {
	struct serial_variable *next;
	CXCursor cursor;
	const char *name;      /* where it is declared */
	const char *new_name;  /* in the kernel that is written */
	bool parameter, header; /* header: declared in the header of a for statement */
	bool shared;           /* by the group, in local memory */
};

enum effect {
	EFFECT_TEAM = 1,    /* has something that a team runs together */
	EFFECT_WRITES = 2,  /* writes memory, or calls what may */
	EFFECT_READS = 4,   /* reads memory that others write; not counted in what a team runs together */
	EFFECT_LOOPS = 8,
	EFFECT_LEAVES = 16, /* break, continue or return out of the statement */
	EFFECT_JUMPS = 32   /* goto or a label */
};

struct written {
	struct written *next;
	struct serial_variable *variable;
	bool by_team; /* or its address is taken */
};

struct effects {
	struct arena *arena;
	struct serial_variable *variables; /* those that are looked for */
	unsigned flags;                    /* enum effect */
	struct written *written;
};

/* Adds what the statement does. */
void effects_add(struct effects *effects, CXCursor statement);
struct serial_variable *effects_variable(const struct effects *effects, CXCursor declaration);
/* Whether the statement is `if (ppcc_team) ...`; *together: what a team runs. */
bool effects_is_team(struct arena *arena, CXCursor statement, CXCursor *together);

#endif
