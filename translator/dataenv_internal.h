/* dataenv_internal.h - what the files of the data environment share. */
#ifndef PPCC_DATAENV_INTERNAL_H
#define PPCC_DATAENV_INTERNAL_H

#include "dataenv.h"
#include "maps.h"

struct share *dataenv_add_share(struct region_tree *tree, struct leaf *leaf, struct variable *variable, enum sharing sharing,
				const char *rule);
/* Says that a variable is in two clauses that exclude each other. */
void dataenv_twice(struct region_tree *tree, const struct clause *clause, const struct clause_item *item, const struct share *share);
/* What the default clause says; null when there is none. */
/* scalar, aggregate or pointer: the variable-category (6.0, 7.5.1) of a variable. */
const char *dataenv_category(const struct variable *variable);
/* The default clause of a leaf, when it is about the variable; null when there is none. */
const struct clause *dataenv_default(const struct leaf *leaf, const struct variable *variable);
struct share *dataenv_by_default(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset);

#endif
