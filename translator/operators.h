/* operators.h - the predefined reduction operators as C text (OpenMP 5.2, 5.5.3). */
#ifndef PPCC_OPERATORS_H
#define PPCC_OPERATORS_H

#include "types.h"

bool operator_is_predefined(const char *operator);

/* The value that a partial result starts with.  type: the item's type, size: its bytes. */
const char *operator_identity(struct arena *arena, const char *operator, enum ctype_class class, long long size, const char *type);
/* The statement that takes `from` into `into`: "into += from;" and the like. */
const char *operator_combine(struct arena *arena, const char *operator, enum ctype_class class, const char *into, const char *from);

#endif
