/*
 * groupprivate.h - the groupprivate directive (OpenMP 6.0, 7.15): variables of which every contention group has its own.
 *
 * The variable's name becomes a macro for the copy of the group that the thread is in, so functions without directives see
 * that copy too.  In the macro's own text the name means the variable.
 */
#ifndef PPCC_GROUPPRIVATE_H
#define PPCC_GROUPPRIVATE_H

#include "lower.h"

/* Fills variable->groupprivate; before sharing is decided. */
void groupprivate_read(struct region_tree *tree);

#endif
