/* lint_place.h - what stands at a place of the text: the pragma, the clause, the list item, the region, the loop. */
#ifndef PPCC_LINT_PLACE_H
#define PPCC_LINT_PLACE_H

#include "scan.h"
#include "survey.h"

enum { NO_OFFSET = ~0u };

/* The clause whose parentheses hold a place. */
struct clause_place {
	struct lexeme name;       /* a directive's name when the parentheses follow that */
	const char *open, *close; /* the parentheses; close is the end of the pragma when there is none */
};

/* Each is null when there is none. */
const struct pragma *place_pragma(const struct survey *survey, unsigned offset);        /* on whose line the place is */
const struct pragma *place_pragma_before(const struct survey *survey, unsigned offset); /* the nearest at or above it */
/* The pragma of the innermost region that holds the place. */
const struct pragma *place_region(const struct survey *survey, unsigned offset);

bool place_clause(const struct survey *survey, unsigned offset, struct clause_place *clause);
/* The element of a list, between commas and colons, that holds the place.  False: the place is in no clause. */
bool place_item(const struct survey *survey, unsigned offset, const char **start, const char **end);
/* What stands before the first ':' of the clause, modifiers apart; of a declare reduction, its name. */
bool place_operator(const struct survey *survey, unsigned offset, const char **start, const char **end);

/* The variable of the `for` in whose header the place is; kind LEX_END when there is none. */
struct lexeme place_loop_variable(const struct survey *survey, unsigned offset);
/* Whether a target can lower all of the directive; else it is refused by its name, and nothing more is to be said. */
bool pragma_is_lowered(const struct pragma *pragma);
/* Whether the pragma, or one right after it, is for a sequence of loops in braces. */
bool place_is_sequence(const struct survey *survey, const struct pragma *pragma);
/* Whether a loop must follow the pragma, and how many: what collapse or ordered says, at least 1. */
bool pragma_has_loop(const struct pragma *pragma);
long pragma_loops(const struct pragma *pragma);
/* Whether one of the loops that belong to a pragma has a variable of this name. */
bool pragma_loop_variable(const struct survey *survey, const struct pragma *pragma, struct lexeme name);

#endif
