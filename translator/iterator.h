/*
 * iterator.h - the modifier `iterator(type name = begin : end : step, ...)` of depend, affinity, map, to and from (OpenMP
 * 5.2, 3.2.6): the clause's list stands for one list for each combination of the iterators' values.
 *
 * A reader of a clause's modifiers hands the text of the modifier to iterators_read; the iterators are in clause->iterators.
 * dataenv_uses.c looks their bounds up, and no variable of the program for their names in the clause's list.  A target writes
 * what it does for one item with lower_iterated_expression, and puts iterators_around around it.
 */
#ifndef PPCC_ITERATOR_H
#define PPCC_ITERATOR_H

#include "pragma.h"

struct lowering;
struct leaf;

struct iterator {
	struct iterator *next; /* the inner one: its values change faster */
	const char *type;      /* as written; "int" when nothing was */
	const char *name;
	const char *begin, *end;
	const char *step;      /* null: 1 */
	unsigned offset;       /* for messages */
};

/* Whether the text of one modifier is an iterator modifier. */
bool iterators_begin(const char *start, const char *end);
/* Reads one such modifier into the clause.  False: an error was printed. */
bool iterators_read(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end);

/* Whether a name means one of the iterators. */
bool iterators_declare(const struct iterator *iterators, const char *name, size_t length);

/* The statement, run for each combination of values, as one statement.  leaf: the construct of the clause.  Without
   iterators: the statement itself. */
const char *iterators_around(struct lowering *lowering, const struct leaf *leaf, const struct iterator *iterators, const char *statement);

#endif
