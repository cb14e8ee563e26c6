/* deprecated.h - spellings that OpenMP has replaced by others: they work, and are said once in a file. */
#ifndef PPCC_DEPRECATED_H
#define PPCC_DEPRECATED_H

#include "pragma.h"

void deprecated_find(struct source *source, const struct pragma_table *pragmas);

#endif
