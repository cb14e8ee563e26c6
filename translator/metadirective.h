/*
 * metadirective.h - metadirectives (OpenMP 5.2, 7.4) become the directives they choose, in the text of the source.
 *
 * A variant that is known to fit takes the place of the metadirective, at the column where it is written.  Where the choice
 * waits for a condition at execution time, the statement is repeated in the arms of an `if`.
 */
#ifndef PPCC_METADIRECTIVE_H
#define PPCC_METADIRECTIVE_H

#include "survey.h"

/* Replaces the metadirectives that stand in no other one's statement.  Sets *changed: the text is another one, and must be
   parsed again.  False: an error was printed. */
bool metadirective_resolve(const struct survey *survey, bool *changed);

#endif
