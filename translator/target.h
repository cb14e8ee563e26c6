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

struct target {
	const char *name, *summary;
	const char *include;  /* the line that the generated code needs before it */
	struct lowering_row rows[DIRECTIVE_COUNT];
};

/* targets/targets.c; ends with null; the first is the default. */
extern const struct target *const targets[];

#endif
