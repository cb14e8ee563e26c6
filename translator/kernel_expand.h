/*
 * kernel_expand.h - pieces of a file with their macros expanded, as kernels need them.
 *
 * The back end's preprocessor says what a macro stands for.  One run of it takes a while, so the first one asks for all that the file
 * invokes, and the answers are kept: a later piece needs a run of its own only for what has not been asked yet, and for what
 * depends on where it stands (directives, __LINE__).
 */
#ifndef PPCC_KERNEL_EXPAND_H
#define PPCC_KERNEL_EXPAND_H

#include "source.h"

struct expansions;
struct survey;

/* In the source's arena; the source stays parsed meanwhile. */
struct expansions *kernel_expansions(struct source *source, const struct survey *survey);

/* A piece: the file's macros at the offset count. */
struct kernel_piece {
	const char *text;
	unsigned place;
};

/* Expands the macros in the pieces.  Layout and comments stay; line markers become #line directives.  False: the preprocessor
   failed. */
bool kernel_expand(struct expansions *expansions, struct kernel_piece *pieces, unsigned count);

#endif
