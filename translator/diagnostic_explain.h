/* diagnostic_explain.h - --pp-explain: the pages of docs/diagnostics.md. */
#ifndef PPCC_DIAGNOSTIC_EXPLAIN_H
#define PPCC_DIAGNOSTIC_EXPLAIN_H

#include "text.h"

#include <stdbool.h>

/* Appends the page of an id ("PP1001"), of a warning's name ("shared-write", also as an option), or the list of all ids ("list").
   False: there is none of that name. */
bool diagnostic_explain(const char *wanted, struct text *output);

#endif
