/*
 * normalise.h - changes to the text that make every place ppcc must edit a plain place in the main file.
 *
 * Each function changes source->text, keeps the user's line numbers right (with #line where lines were added or removed),
 * and leaves source unparsed; the caller parses again.  Everything that need not change stays byte for byte.
 */
#ifndef PPCC_NORMALISE_H
#define PPCC_NORMALISE_H

#include "source.h"

/* Before anything else, on a parsed source: splices in user headers (recursively) that hold a live `#pragma omp` or
   `_Pragma("omp ...")`, and turns every _Pragma("omp ...") that is written or comes out of a macro invocation into a
   #pragma omp line, expanding the outermost invocation.  Sets *changed. False: an error was printed. */
bool normalise_pragmas(struct source *source, bool *changed);

/* Expands in place the outermost macro invocation that covers each of the offsets (each is the offset of the invocation's
   name, i.e. an expansion offset).  False: an error was printed (for example an invocation that changes nothing). */
bool normalise_invocations(struct source *source, const unsigned *offsets, unsigned count);

/* Macro-expands `count` pieces of text (the part of a pragma after "omp") as they would expand at their offsets.
   expanded[i] is in the arena, on one line; null when piece i has no macro in it (it is then as written). */
bool normalise_expand(struct source *source, const unsigned *offsets, const char *const *pieces, unsigned count,
                      const char **expanded);

#endif
