/* preprocess.h - the back end's preprocessor, run on a text that stands for the source. */
#ifndef PPCC_PREPROCESS_H
#define PPCC_PREPROCESS_H

#include "source.h"
#include "text.h"

/* Adds to output what `cc -E` makes of the text, line markers included.  Relative includes, __FILE__ and __LINE__ are as in
   the user's file.  What the preprocessor says goes to stderr.  False: a message was printed. */
bool preprocess(struct source *source, const char *text, size_t size, struct text *output);

/* The directory of a path, without a slash at the end: "" when the path names none. */
char *path_directory(struct arena *arena, const char *path);

/* The string as it is written between double quotes in C. */
char *quoted(struct arena *arena, const char *string);

#endif
