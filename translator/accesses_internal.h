/*
 * accesses_internal.h - what accesses.c (expressions), accesses_elements.c (what an expression means in memory), accesses_calls.c
 * (functions of the file) and accesses_loops.c (statements and loops) share.
 */
#ifndef PPCC_ACCESSES_INTERNAL_H
#define PPCC_ACCESSES_INTERNAL_H

#include "accesses.h"
#include "rotation.h"

enum access_mode { MODE_READ = 1, MODE_WRITE = 2 };

/* A variable declared in the nest, or a parameter of a called function, that keeps the value it is declared with. */
struct named_value {
	struct named_value *next;
	const struct variable *variable;
	const struct polynomial *value;
};

/* An object: a variable (rank 0), an element of an array or behind a pointer. */
struct element {
	const struct variable *base;
	int count;                                       /* subscripts */
	const struct polynomial *subscripts[TYPE_MAX_RANK];
	bool known[TYPE_MAX_RANK];                       /* the subscript is a polynomial */
	long long extents[TYPE_MAX_RANK];                /* elements of the dimension; not positive: not known */
	bool part;                                       /* a member of the element */
	bool called;                                     /* a function that the nest calls names the variable */
	const struct rotation *rotation;                 /* of each of its origins, and base is the first; or null */
};

/* A pointer declared in the nest, or a parameter, that keeps pointing where it points first. */
struct named_pointer {
	struct named_pointer *next;
	const struct variable *variable;
	struct element target;                           /* the pointer moves in its last subscript; none: it points to the variable */
};

/* A call that is being looked into. */
struct access_call {
	const struct access_call *outer;
	CXCursor function;
	unsigned offset;                                 /* of the outermost call in the nest */
};

struct access_walk {
	struct survey *survey;
	struct arena *arena;
	struct accesses *result;
	struct memory_access **tail;
	struct access_loop **loop_tail;
	unsigned start, end;                 /* the nest: text[start, end) */
	bool device;                         /* it is device code already: only what hides accesses is an objection */
	struct access_loop *loop;            /* the innermost around what is visited */
	CXCursor only;                       /* the statement that is all of its body; null: none */
	bool conditional;                    /* what is visited need not run */
	bool in_branch;                      /* ... in each iteration of `loop` */
	struct named_value *values;
	struct named_pointer *pointers;
	const struct access_call *call;      /* null: in the nest itself */
	struct variable *locals;             /* of called functions that survey does not know */
	unsigned bodies;                     /* of functions that were looked into so far */
};

struct access_children {
	CXCursor *items;
	unsigned count;
};

struct access_children access_children(struct arena *arena, CXCursor cursor);
/* The cursor without parentheses and implicit conversions. */
CXCursor access_plain(struct arena *arena, CXCursor cursor);
/* The variable that a name means; null: none. */
const struct variable *access_variable(struct access_walk *walk, CXCursor cursor);
/* The variable that is declared here. */
const struct variable *access_declared(struct access_walk *walk, CXCursor declared);
/* The first reason counts.  format has one %s, for name. */
void access_object(struct access_walk *walk, CXCursor at, const char *format, const char *name);
void access_visit_read(struct access_walk *walk, CXCursor cursor);
/* The rotation of a pointer that the nest declares, each of whose arrays has a name outside of it.  Null: there is none. */
const struct rotation *access_rotation(struct access_walk *walk, const struct variable *variable);
void access_visit_statement(struct access_walk *walk, CXCursor cursor);
/* The value of an integer expression; p->good becomes false where it is no polynomial.  walk->values may be empty. */
const struct polynomial *access_polynomial(struct access_walk *walk, struct polynomials *p, CXCursor cursor);
bool access_is_integer(CXCursor cursor);
/* Whether it is an expression of an _Atomic type. */
bool access_is_atomic(CXCursor cursor);

/* accesses_elements.c: the object that an expression means.  False: it is in memory that a pointer in memory points to, or
   points to what is not known.  The subscripts are not visited. */
bool access_element(struct access_walk *walk, CXCursor cursor, struct element *element);
/* What a pointer, or an array as one, points to. */
bool access_target(struct access_walk *walk, CXCursor cursor, struct element *element);
/* Visits the subscripts and all else that is computed to find the object. */
void access_visit_address(struct access_walk *walk, CXCursor cursor);
/* A pointer (or another variable) declared with this value stands for it, where it never changes. */
void access_name(struct access_walk *walk, const struct variable *variable, CXCursor declared, CXCursor value, bool keeps);
/* The variable that a member is of; else the variable itself. */
static inline const struct variable *access_root(const struct variable *variable)
{
	return variable->of ? variable->of : variable;
}
bool access_declared_inside(const struct access_walk *walk, const struct variable *variable);

/* accesses_loops.c: the outermost statement that begins there; a null cursor: none. */
CXCursor access_statement_at(struct survey *survey, unsigned start);
/* What the pointer points to may be used in any way. */
void access_visit_escape(struct access_walk *walk, CXCursor cursor);

/* accesses_calls.c */
void access_visit_call(struct access_walk *walk, CXCursor cursor);
/* Whether the variable, of the nest or of the function that is looked into, keeps the value it is declared with. */
bool access_keeps_value(struct access_walk *walk, const struct variable *variable);

#endif
