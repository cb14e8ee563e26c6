/*
 * transform.h - the loop-transforming constructs (OpenMP 6.0, 11; 5.2, 9): tile, stripe, unroll, reverse, interchange, fuse
 * and split.
 *
 * Each is replaced in source->text by the loops it generates, written as canonical loops that keep the user's names, and the
 * text is read again.  So every later pass and every target sees ordinary loops, also where another directive applies to
 * them.  Inner constructs go first, as many in one call as do not contain each other.
 */
#ifndef PPCC_TRANSFORM_H
#define PPCC_TRANSFORM_H

#include "region.h"

/* Whether there is any to replace; an unroll that leaves the loop to the compiler is none. */
bool transform_wanted(const struct survey *survey);

/* Replaces the innermost constructs.  *changed: the text is another one, and unparsed.  When a macro must be expanded first,
   tree->expand_count grows and nothing is changed.  False: an error was printed. */
bool transform_loops(struct region_tree *tree, bool *changed);

/* Whether the constructs of this directive are gone after transform_loops. */
bool transform_replaces(enum directive directive);

#endif
