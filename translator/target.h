/*
 * target.h - what a target is to the translator: a name and, for each leaf directive, the function that lowers it and the
 * clauses it honours.  A directive without a function, or a clause that is not honoured, is refused with a located message.
 *
 * To add a target: a folder under targets/ with a struct target, and a line in targets/targets.c.  docs/adding-a-target.md
 * walks through the pthread target, which is the reference.
 */
#ifndef PPCC_TARGET_H
#define PPCC_TARGET_H

#include "dataenv.h"
#include "lower.h"
#include "template.h"

/* The C text that stands in place of the leaf and all inside it: one statement, its first line not indented, the others
   indented relative to it.  Null: an error was printed. */
typedef const char *lower_leaf(struct lowering *lowering, struct leaf *leaf);

struct lowering_row {
	lower_leaf *lower;
	const char *honoured; /* clauses, separated by spaces */
};

/* A target region in a form of the target's own, beside the function that pthread makes of it. */
struct device_code {
	const char *lines;    /* statements that stand before the construct's call */
	const char *argument; /* what the call says of it: a pointer to struct ppcc_launch */
};

struct target {
	const char *name, *summary;
	const char *include;  /* the line that the generated code needs before it */
	const char *base;     /* the target whose rows count where this one has none; null: none */
	const struct target *device; /* its rows say what may stand in device code; null: there is no such code */
	/* Makes device code of a target region whose function's name and shares are decided, and of which a struct with the name
	   of the function and _data holds what it gets.  False: the host must run it, and a remark says why.  Null: never. */
	bool (*make_device_code)(struct lowering *lowering, struct leaf *leaf, struct device_code *code);
	/* What stands at the end of a translated file; "" for nothing.  Null: never anything. */
	const char *(*end_file)(struct lowering *lowering);
	/* Null for a target that lowers.  Else the target's text is the program as it is, pragmas too, but for the edits that this
	   adds (edits_add) of whole pragma lines; the back end is to compile it with OpenMP of its own.  False: an error was
	   printed. */
	bool (*rewrite)(struct lowering *lowering);
	struct lowering_row rows[DIRECTIVE_COUNT];
};

/* What the target does with a directive; lower is null when it refuses it. */
const struct lowering_row *target_row(const struct target *target, enum directive directive);
/* Null: there is none of that name. */
const struct target *target_named(const char *name);

/* targets/targets.c; ends with null; the first is the default. */
extern const struct target *const targets[];

#endif
