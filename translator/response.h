/* response.h - @FILE on a command line stands for the words in FILE. */
#ifndef PPCC_RESPONSE_H
#define PPCC_RESPONSE_H

#include "arena.h"

/* Splits text into words as gcc reads a response file: blanks separate, '...' and "..." group, backslash takes the next
   character as it is.  Returns a null-terminated array. */
char **response_split(struct arena *arena, const char *text, unsigned *count);

/* The words of flags (null: none) and of argv, with each @FILE replaced by what the file holds, nested ones too; an @FILE
   that cannot be read stays as it is.  Null-terminated.  *flag_count: how many words came from flags. */
char **response_expand(struct arena *arena, int argc, char *const *argv, const char *flags, unsigned *flag_count);

#endif
