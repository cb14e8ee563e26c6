#include "target.h"

#include <string.h>

const struct target *target_named(const char *name)
{
	for (const struct target *const *target = targets; *target; target++)
		if (!strcmp((*target)->name, name))
			return *target;
	return NULL;
}

const struct lowering_row *target_row(const struct target *target, enum directive directive)
{
	const struct lowering_row *row = &target->rows[directive];
	return !row->lower && target->base ? target_row(target_named(target->base), directive) : row;
}
