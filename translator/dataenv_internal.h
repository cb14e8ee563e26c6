/* dataenv_internal.h - what the files of the data environment share. */
#ifndef PPCC_DATAENV_INTERNAL_H
#define PPCC_DATAENV_INTERNAL_H

#include "dataenv.h"
#include "maps.h"

struct share *dataenv_add_share(struct region_tree *tree, struct leaf *leaf, struct variable *variable, enum sharing sharing,
				const char *rule);
/* Says that a variable is in two clauses that exclude each other. */
void dataenv_twice(struct region_tree *tree, const struct clause *clause, const struct clause_item *item, const struct share *share);
/* scalar, aggregate or pointer: the variable-category (6.0, 7.5.1) of a variable. */
const char *dataenv_category(const struct variable *variable);
/* The default clause of a leaf, when it is about the variable; null when there is none. */
const struct clause *dataenv_default(const struct leaf *leaf, const struct variable *variable);
struct share *dataenv_by_default(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset);

/* The sharing of the list items of a clause.  False: it is not about sharing. */
bool dataenv_sharing_of_clause(enum clause_kind kind, enum sharing *sharing);
/* The leaf's share of a variable from outside, made by the implicit rules when no clause says it; null: it needs none.
   offset: of a use, for messages. */
struct share *dataenv_decide(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset);

/* dataenv_uses.c: makes the shares of all that regions and their clauses use, and fills in their access. */
void dataenv_record_uses(struct region_tree *tree);

/* dataenv_passing.c */
enum passing dataenv_passing_of(const struct leaf *leaf, const struct share *share);
/* Refuses a variable whose type cannot be written down in another function. */
void dataenv_check_type(struct region_tree *tree, const struct leaf *leaf, const struct share *share);

#endif
