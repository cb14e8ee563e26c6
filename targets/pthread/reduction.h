/* reduction.h - a reduction's list item and its operator, as text. */
#ifndef PPCC_PTHREAD_REDUCTION_H
#define PPCC_PTHREAD_REDUCTION_H

#include "pthread_target.h"

/* A dimension of a section: first <= index < first + length. */
struct part {
	const char *first, *length;
	const char *stride, *extent; /* an element's index is its number / stride % extent; stride is null for 1 */
	int dimension;
	struct part *next;
};

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
	struct part *parts;   /* dimensions after the first of which a section leaves out something */
	const char *origin;
	const char *name;     /* how the copy is written in the leaf's text */
};

/* False: an error was printed. */
bool reduction_describe(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct reduction_item *item);
/* The value that changes nothing (table 5.1 of the specification); not for operators that the program declares. */
const char *reduction_identity(struct lowering *lowering, const struct reduction_item *item);
/* "into += from;" and the like, for one element. */
const char *reduction_combination(struct lowering *lowering, const struct reduction_item *item, const char *into, const char *from);
/* Declares constants for the item's bounds that are no numbers, and puts their names into it. */
void reduction_name_bounds(struct lowering *lowering, struct reduction_item *item, struct text *out);
/* Declares the name of a section's variable so that the section is the array `partial`. */
void reduction_view_section(struct lowering *lowering, const struct reduction_item *item, const char *partial, struct text *out);
/* The first element of the original that takes part, as a pointer to elements. */
const char *reduction_original(struct lowering *lowering, const struct reduction_item *item);
/* A loop over the elements, with `index` as their number; combined: only over those that take part in the reduction. */
const char *reduction_for_elements(struct lowering *lowering, const struct reduction_item *item, const char *index, bool combined,
				   const char *statement);

#endif
