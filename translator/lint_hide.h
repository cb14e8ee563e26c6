/* lint_hide.h - the text for libclang's own parse of OpenMP, with blanks in place of clauses and directives that it does not
   know, and the spelling that it knows where 6.0 has a new one: what it says of the rest is then right.  Nothing is checked
   of what is hidden. */
#ifndef PPCC_LINT_HIDE_H
#define PPCC_LINT_HIDE_H

#include "survey.h"

/* As long as the source's text; in its arena. */
const char *lint_hide(const struct survey *survey);

#endif
