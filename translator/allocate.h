/*
 * allocate.h - variables whose storage an allocator gives (OpenMP 5.2, 6.5 and 6.6).
 *
 * Such a variable becomes a pointer of its own name, and every reference to it `*x`; leaving the pointer's scope, by
 * whatever way, frees the storage.  A variable of static storage keeps it: on a host all predefined allocators mean the
 * same memory, so only its alignment changes.
 */
#ifndef PPCC_ALLOCATE_H
#define PPCC_ALLOCATE_H

#include "lower.h"

/* Before the uses are recorded: fills variable->allocated from the directives and share->allocation from the clauses.  What
   is in a macro's body is put on the list of invocations to expand. */
void allocate_read(struct region_tree *tree);

/* Rewrites the declarations that directives name. */
void allocate_edit(struct lowering *lowering);

/* "ppcc_variable_new(...)" for a variable.  allocator: an expression; alignment: what the program asks for, or null;
   size: null for that of what the variable's pointer points to; value: an expression that points to its first value, or "0". */
const char *allocate_call(struct lowering *lowering, const struct variable *variable, const char *allocator, const char *alignment,
			  const char *size, const char *value);

/* The leaf's allocate clause that names the variable, or null. */
const struct clause *allocate_clause(const struct leaf *leaf, const struct variable *variable);

/* Whether the expression is the name of a predefined allocator. */
bool allocate_predefined(const char *expression);

#endif
