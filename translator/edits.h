/*
 * edits.h - changes outside the constructs' own text that translation needs: threadprivate variables become thread-local,
 * `register` goes where an address is taken, types and static variables that regions use move to file scope, and __func__
 * in a region keeps the name of the user's function.
 */
#ifndef PPCC_EDITS_H
#define PPCC_EDITS_H

#include "lower.h"

/* Sets lowering->edits.  False: errors were printed. */
bool edits_make(struct lowering *lowering);

/* What moves from a function to file scope, as text: types, variables, prototypes. */
void edits_hoisted(struct lowering *lowering, const struct function *function, struct text *out);

/* Adds the edit text[start, end) -> with. */
struct edit *edits_add(struct lowering *lowering, unsigned start, unsigned end, const char *with);

/* directives.c: preprocessing directives in regions that move. */
void directives_settle(struct lowering *lowering);
/* Asks for the macro invocations to be expanded that would not mean the same elsewhere. */
void directives_expand(struct region_tree *tree);

#endif
