/*
 * locator.h - a list item of map, to and from taken apart (OpenMP 5.2, 3.2.4 and 3.2.5): a variable, members of structs,
 * array elements and sections, what pointers point to, shaped pointers.
 *
 * Expressions are C text in the program's own names, valid where the pragma stands.
 */
#ifndef PPCC_LOCATOR_H
#define PPCC_LOCATOR_H

#include "survey.h"

/* One dimension of an array or of what a pointer points to, in elements of that dimension. */
struct map_dimension {
	const char *lower, *length, *stride; /* a subscript has length and stride 1 */
	const char *extent;                  /* elements of the whole dimension; null: only a pointer says where it begins */
	bool subscript;                      /* written as [i] */
	bool unbounded;                      /* [:] of a pointer */
	bool whole;                          /* all of its elements, by how it is written */
};

struct locator {
	const struct variable *variable; /* the base variable; null: that of a mapper */
	const char *storage;             /* lvalue: the first element, "x", "a[l]", "s.p[0]", "(*p)" */
	const struct ctype *type;        /* of storage */
	const char *type_name;           /* the same without qualifiers and typedefs, to compare */
	bool bit_field, function;        /* what cannot be mapped */
	bool shaped;                     /* a pointer with a shape: for to, from and depend only */
	int rank;                        /* 0: no subscripts or sections since the last pointer or member */
	struct map_dimension dimensions[TYPE_MAX_RANK]; /* outermost first */
	bool section;                    /* one of them is a section */
	bool unbounded;                  /* p[:] of a pointer: how much it points to is not known */
	const char *pointer;             /* lvalue: the pointer that storage is reached through; null: none, or record_pointer */
	const char *record;              /* lvalue: the outermost struct or union that storage lies in, or, where storage is no
	                                    member, its pointer; "s" for s.a and s.p[0:n], "(*q)" for q->x and q->p[0:n] */
	const char *record_pointer;      /* lvalue: the pointer that record is reached through; null: none */
	const char *member;              /* lvalue: the member that storage lies in, "s.a"; null: no member */
};

/* A name that a directive declares for its clauses, and its type as text: the variable of a declare mapper. */
struct directive_name {
	const char *name, *type;
};

/* Reads an item that is written at `offset` of the text; names mean what they mean at `place`.  also: null, or one more name.
   False: an error was printed. */
bool survey_locator(const struct survey *survey, const char *text, const char *clause, unsigned place, unsigned offset,
		    const struct directive_name *also, struct locator *locator);

/* A type that a directive names, without qualifiers and typedefs; null when there is none of that name at `place`. */
const char *survey_type_name(const struct survey *survey, const char *type, unsigned place, bool *is_record);

#endif
