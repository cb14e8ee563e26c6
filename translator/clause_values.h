/* clause_values.h - what the expressions in clauses are: the values of those that must be constants, collapse(N + 1),
   ordered(sizeof a / sizeof a[0]), sink: i - D, and the types of those that libclang does not know. */
#ifndef PPCC_CLAUSE_VALUES_H
#define PPCC_CLAUSE_VALUES_H

#include "pragma.h"

/* Replaces constants by their values in the clauses' texts; what is no integer constant expression stays as it is, and those who
   need a number say so.  A clause of SHAPE_SWITCH loses its condition, or goes to pragma->off.  Costs a parse when there is
   anything that is not a number already.  False: an error was printed, about an expression that cannot be. */
bool clause_values_find(struct source *source, struct pragma_table *pragmas);

#endif
