/* reduction.h - a reduction's list item and its operator, as text. */
#ifndef PPCC_PTHREAD_REDUCTION_H
#define PPCC_PTHREAD_REDUCTION_H

#include "pthread_target.h"

/* One reduction item, in text. */
struct reduction_item {
	const struct share *share;
	const char *operator;
	const struct declared_reduction *declared; /* null for the operators of the language */
	const char *type;     /* of one element */
	enum ctype_class class;
	long long size;       /* of one element, bytes */
	bool array;           /* more than one element */
	const char *count;    /* elements, when array */
	const char *start;    /* of a section: elements before it; null: 0 */
	const char *origin;
	const char *name;     /* how the copy is written in the leaf's text */
};

/* False: an error was printed. */
bool reduction_describe(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct reduction_item *item);
/* The value that changes nothing (table 5.1 of the specification); not for operators that the program declares. */
const char *reduction_identity(struct lowering *lowering, const struct reduction_item *item);
/* "into += from;" and the like, for one element. */
const char *reduction_combination(struct lowering *lowering, const struct reduction_item *item, const char *into, const char *from);

#endif
