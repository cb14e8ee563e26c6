/*
 * extents.h - which part of each array, and of what each pointer points to, a loop nest uses: as the array section that a map
 * clause says (OpenMP 5.2, 3.2.5 and 5.8.3).  Made of the nest's accesses; see accesses.h.
 */
#ifndef PPCC_EXTENTS_H
#define PPCC_EXTENTS_H

#include "accesses.h"

struct extent {
	struct extent *next;
	const struct variable *variable;
	bool read, written;
	bool first_written;     /* a variable that is no array: whatever the nest reads of it, it has written before */
	bool counts;            /* the variable of a loop in the nest */
	bool called;            /* functions that the nest calls name it */
	bool filled;            /* the nest writes every element of the section and reads none */
	const char *section;    /* "[0:n]"; empty: the whole variable; null: not known */
	const struct polynomial *least, *count; /* of a section of what a pointer points to: the first element, and how many */
	const char *inner;      /* ... and the dimensions after the first, as text */
	const char *when;       /* ... where loops run, else none: "(n > 2)", or a product of such; null: always */
	unsigned offset;        /* of the first access, or of the one that is not known */
};

/* One for each variable that the nest text[start, end) uses, by order of declaration. */
struct extent *extents_of(struct survey *survey, const struct accesses *accesses, unsigned start, unsigned end);
/* A section as text: "[least:count]", or "[least:when * count]", and the inner dimensions. */
const char *extents_section(struct arena *arena, const struct polynomial *least, const struct polynomial *count, const char *inner,
			    const char *when);
/* Both conditions; null: always. */
const char *extents_join_conditions(struct arena *arena, const char *a, const char *b);
/* What is known of where a pointer or an array comes from. */
enum extent_origin {
	ORIGIN_RESTRICT,  /* nothing else points there but what is made of it */
	ORIGIN_LOCAL,     /* an array of the function, or what it allocated */
	ORIGIN_GLOBAL,    /* an array at file scope, or what a pointer there is allocated */
	ORIGIN_PARAMETER, /* what the caller gave */
	ORIGIN_UNKNOWN
};
enum extent_origin extents_origin(struct survey *survey, const struct variable *variable, unsigned offset);
/* Whether the elements of two arrays or pointers can be the same object, as far as the nest at `offset` can tell. */
bool extents_may_overlap(struct survey *survey, const struct variable *a, const struct variable *b, unsigned offset);

#endif
