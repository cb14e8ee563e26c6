/* constants.h - the values of constant expressions in clauses: collapse(N + 1), ordered(sizeof a / sizeof a[0]), sink: i - D. */
#ifndef PPCC_CONSTANTS_H
#define PPCC_CONSTANTS_H

#include "pragma.h"

/* Replaces them by their values in the clauses' expressions.  What is no integer constant expression stays as it is: those
   who need a number say so.  Costs a parse when there is any that is not a number already.  False: an error was printed, about
   a value that cannot be. */
bool constants_evaluate(struct source *source, struct pragma_table *pragmas);

#endif
