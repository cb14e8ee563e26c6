/* clause_map.h - readers of the clauses that map.  Each reads the argument [start, end) of the pragma's words; false: an error
   was printed. */
#ifndef PPCC_CLAUSE_MAP_H
#define PPCC_CLAUSE_MAP_H

#include "pragma.h"

/* [modifiers, map type :] locators.  keyword: the map type, null when none was written; modifiers: separated by blanks. */
bool clause_read_map(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end);
/* Locators only. */
bool clause_read_locators(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end);
/* behavior [: category].  keyword: the behavior; modifiers: the category, "all" when none was written. */
bool clause_read_defaultmap(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end);

#endif
