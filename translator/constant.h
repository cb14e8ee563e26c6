/* constant.h - integer constant expressions in clauses, after macro expansion. */
#ifndef PPCC_CONSTANT_H
#define PPCC_CONSTANT_H

#include <stdbool.h>

/* The value of an expression that is made of numbers, characters, operators and parentheses alone.  False: it has a name in it, a
   floating-point number, a division by zero or another thing that cannot be evaluated here. */
bool constant_value(const char *expression, long long *value);

#endif
