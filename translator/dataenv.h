/*
 * dataenv.h - the data environment (OpenMP 5.2, 5.1): which variables a leaf shares, copies or reduces, by which rule, what
 * the region does with them, and how they reach an outlined function.  The result is in leaf->shares.
 */
#ifndef PPCC_DATAENV_H
#define PPCC_DATAENV_H

#include "region.h"

/* False: an error was printed. */
bool dataenv_build(struct region_tree *tree);

/* The leaf's own decision about a variable; null when it has none. */
struct share *leaf_share(const struct leaf *leaf, const struct variable *variable);

/* How the variable reached the function that the body of `leaf` (null: the function itself) is in; PASS_NOT: its name means it,
   or a copy of it. */
enum passing dataenv_passing(const struct leaf *leaf, const struct variable *variable);

/* Whether code in the body of `leaf` (null: the function itself) reaches the variable through a pointer of its name. */
bool dataenv_by_address(const struct leaf *leaf, const struct variable *variable);

/* Whether the variable as seen in the body of `leaf` is one that the function around defines (and not a global). */
bool dataenv_is_local(const struct leaf *leaf, const struct variable *variable);

/* Whether the variable's name means it, or a copy of it, in the body of `leaf`: false where the region was moved to a function
   that does not get it because no use of it is left. */
bool dataenv_visible(const struct leaf *leaf, const struct variable *variable);

void dataenv_dump(const struct region_tree *tree, struct text *out);

#endif
