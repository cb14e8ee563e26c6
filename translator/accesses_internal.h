/* accesses_internal.h - what accesses.c (expressions) and accesses_loops.c (statements and loops) share. */
#ifndef PPCC_ACCESSES_INTERNAL_H
#define PPCC_ACCESSES_INTERNAL_H

#include "accesses.h"

/* A variable declared in the nest that keeps the value it is declared with. */
struct named_value {
	struct named_value *next;
	const struct variable *variable;
	const struct polynomial *value;
};

struct access_walk {
	struct survey *survey;
	struct arena *arena;
	struct accesses *result;
	struct memory_access **tail;
	struct access_loop **loop_tail;
	unsigned start, end;                 /* the nest: text[start, end) */
	struct access_loop *loop;            /* the innermost around what is visited */
	bool conditional;                    /* what is visited need not run */
	struct named_value *values;
};

/* An element taken apart: subscripts from the last to the first, a null cursor for 0. */
struct element {
	CXCursor subscripts[TYPE_MAX_RANK];
	long long extents[TYPE_MAX_RANK];
	int count;
	bool through_pointer, part;
};

struct access_children {
	CXCursor *items;
	unsigned count;
};

struct access_children access_children(struct arena *arena, CXCursor cursor);
/* The cursor without parentheses and implicit conversions. */
CXCursor access_plain(struct arena *arena, CXCursor cursor);
/* The variable that a name means; null: none. */
const struct variable *access_variable(const struct survey *survey, CXCursor cursor);
/* The first reason counts.  format has one %s, for name. */
void access_object(struct access_walk *walk, CXCursor at, const char *format, const char *name);
void access_visit_read(struct access_walk *walk, CXCursor cursor);
/* The value of an integer expression; p->good becomes false where it is no polynomial.  walk->values may be empty. */
const struct polynomial *access_polynomial(const struct access_walk *walk, struct polynomials *p, CXCursor cursor);

#endif
