/*
 * metadirective.h - metadirectives (OpenMP 5.2, 7.4) become the directives they choose, in the text of the source.
 *
 * A variant that is known to fit takes the place of the metadirective, at the column where it is written.  Where the choice
 * waits for a condition at execution time, the statement is repeated in the arms of an `if`.
 */
#ifndef PPCC_METADIRECTIVE_H
#define PPCC_METADIRECTIVE_H

#include "rewrite.h"
#include "selector.h"
#include "survey.h"

/* Replaces the metadirectives that stand in no other one's statement.  Sets *changed: the text is another one, and must be
   parsed again.  False: an error was printed. */
bool metadirective_resolve(const struct survey *survey, bool *changed);

/* `when(selector : directive)` or `otherwise(directive)`: text in the words of the pragma. */
struct variant {
	const struct selector *selector; /* null: otherwise */
	const char *start, *end;         /* the directive; empty: nothing */
	struct compound_row directive;
};

struct resolution {
	const struct survey *survey;
	struct source *source;
	struct context context;   /* of the metadirective at hand */
	struct rewrite rewrite;
	unsigned *expand;         /* macro invocations that are in the way of a change; room for one per pragma */
	unsigned expand_count;
};

/* The text of a pragma with the variant's directive where it is written, and nothing else of the metadirective: lines and
   columns stay.  A variant that comes out of a macro stands at the front. */
const char *metadirective_pragma(const struct resolution *r, const struct pragma *pragma, const struct variant *variant);

/* metadirective_begin.c: the end of the begin metadirective with number `index`; null when it has none. */
const struct pragma *metadirective_end(const struct survey *survey, unsigned index);
/* False: an error was printed about one without the other. */
bool metadirective_check_ends(const struct survey *survey);
/* In a function, begin and end become a metadirective before what is between them, in braces unless that must be one loop or expression. */
void metadirective_enclose(struct resolution *r, const struct pragma *pragma, const struct pragma *end, bool braces);
/* At file scope they become what is chosen, such as begin assumes, and its end.  False: an error was printed. */
bool metadirective_pair(struct resolution *r, const struct pragma *pragma, const struct pragma *end, const struct variant *variant);

/* metadirective_arms.c: replaces pragma number `index` and its statement by an `if` with one arm for each candidate, of which
   the last fits always.  False: an error was printed. */
bool metadirective_arms(struct resolution *r, unsigned index, const struct variant *variants, const struct candidate *candidates, int count);

#endif
