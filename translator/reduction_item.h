/* reduction_item.h - a reduction's list item and its operator, as text; for every target. */
#ifndef PPCC_REDUCTION_ITEM_H
#define PPCC_REDUCTION_ITEM_H

#include "lower.h"

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
	const char *origin;   /* a pointer to the original */
	const char *name;     /* how the copy is written in the leaf's text */
};

/* False: an error was printed. */
bool reduction_describe(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *origin, struct reduction_item *item);
/* The value that changes nothing (table 5.1 of the specification); not for operators that the program declares. */
const char *reduction_identity(struct lowering *lowering, const struct reduction_item *item);
/* "into += from;" and the like, for one element. */
const char *reduction_combination(struct lowering *lowering, const struct reduction_item *item, const char *into, const char *from);
/* Declares constants for the item's bounds that are no numbers, and puts their names into it. */
void reduction_name_bounds(struct lowering *lowering, struct reduction_item *item, struct text *out);
/* A loop over the elements, with `index` as their number; combined: only over those that take part in the reduction. */
const char *reduction_for_elements(struct lowering *lowering, const struct reduction_item *item, const char *index, bool combined,
				   const char *statement);

/* The bounds of a dimension, `[lower:length]` at `section`, as written; *length is null when it is not known. */
void reduction_section_bounds(struct lowering *lowering, const struct variable *variable, const char *section, int dimension, const char **lower,
			      const char **length);
/* The bracket of the next dimension; null: there is none. */
const char *reduction_next_dimension(const char *section);
/* Whether a dimension after the first is there as a whole. */
bool reduction_is_whole(const struct variable *variable, int dimension, const char *lower, const char *length);
/* The name of a bound where it is kept: of its value at the construct. */
const char *reduction_bound_name(struct lowering *lowering, const struct variable *variable, const char *what, int dimension);
/* A bound of a section where the leaf's code is: an outlined leaf has got its value. */
const char *reduction_bound_here(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound, const char *what,
				 int dimension);

#endif
