/* clang_arguments.h - the command line that libclang gets: the user's preprocessor and language flags, and ppcc's own. */
#ifndef PPCC_CLANG_ARGUMENTS_H
#define PPCC_CLANG_ARGUMENTS_H

#include "arena.h"
#include "source.h"

struct clang_arguments {
	const char **words; /* in the arena; null-terminated */
	int count;
};

/* extra (null-terminated, or null) comes last.  Flags that libclang does not know, or that would make it write a file or
   change its answer (-M..., -o, -W...), are left out. */
void clang_arguments_make(struct clang_arguments *arguments, const struct source *source, const char *const *extra);

/* Flags with which libclang says that it is this version of gcc; null-terminated, in the arena. */
const char *const *clang_arguments_for_gcc(struct arena *arena, unsigned major, unsigned minor);

/* A header that libclang (and no other compiler) includes first: what gcc has built in and clang lacks.
   Its text is in memory only; libclang takes it for the text of this file. */
extern const char clang_prelude_name[];
extern const char clang_prelude[];

#endif
