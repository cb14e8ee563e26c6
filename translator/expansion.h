/*
 * expansion.h - macro invocations replaced by what they expand to.
 *
 * The back end's preprocessor runs over a copy of the text in which each piece stands between two marker tokens; what it
 * prints between them is the expansion.
 */
#ifndef PPCC_EXPANSION_H
#define PPCC_EXPANSION_H

#include "macros.h"
#include "text.h"

/* A piece to expand: text[start, end) of the source, or `piece` as if it stood on a line of its own above `start`. */
struct expansion {
	unsigned start, end;
	const char *piece;   /* null: text[start, end) */
	const char *result;  /* filled by expand_pieces; in the arena; on one line, but for #pragma lines */
	bool has_omp_pragma; /* result has a #pragma omp line */
	unsigned counters;   /* how many times __COUNTER__ is used in it; filled by count_counters */
};

/* Fills the results.  The pieces are in the order of their offsets and do not overlap.  A piece whose result ends in
   the name of a macro grows by the arguments that follow it, and the pieces in these go.  Sets *output to what the preprocessor
   printed.  False: an error was printed. */
bool expand_pieces(struct source *source, const struct macros *macros, struct expansion *pieces, unsigned *count,
                   struct text *output);

/* Fills counters.  Only for sources that mention __COUNTER__: its later uses need the same values as before.
   False: an error was printed. */
bool count_counters(struct source *source, struct expansion *pieces, unsigned count);

/* Puts the results in place of text[start, end) of each piece.  The presumed lines of the rest stay.  Leaves the source
   unparsed. */
void put_expansions(struct source *source, const struct expansion *pieces, unsigned count);

/* Compares two outputs of the preprocessor token by token, markers apart.  Null when they are the same program, else (in the
   arena) the first token of `after` that differs; *piece is then the last piece whose marker came before, -1 for none. */
const char *find_difference(struct arena *arena, const struct text *before, const struct text *after, int *piece);

#endif
