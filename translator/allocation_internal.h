/* allocation_internal.h - the pointers of a file and the values they get, for allocation.c, which gathers them, and rotation.c. */
#ifndef PPCC_ALLOCATION_INTERNAL_H
#define PPCC_ALLOCATION_INTERNAL_H

#include "accesses_internal.h"

enum { ASSIGNMENT_BUCKETS = 256 };

/* `pointer = value`, or its declaration with a value. */
struct assignment {
	struct assignment *next;
	unsigned hash;
	struct assignment *later;         /* of all, in file order */
	bool declared;                    /* the declaration */
	bool in_loop;
	bool plain;                       /* a statement, or declaration, of its own in a block: the one with that number */
	unsigned block;
	unsigned offset;
	bool seldom;                      /* not in every iteration of a loop around it */
	CXCursor variable, value;
	const struct variable *from;      /* rotation.c's: the variable whose value it is, without casts; null: none */
};

/* A call of a function of the file by its name. */
struct call_site {
	struct call_site *next;
	CXCursor function, cursor;
	unsigned offset;
};

/* A function of the file that can be called from nowhere else: where it is named otherwise than in calls does not count. */
struct own_function {
	struct own_function *next;
	CXCursor cursor;
	unsigned start;
	bool is_static, in_header, named; /* named: as a value */
};

/* All of the file, gathered once. */
struct allocations {
	struct arena *arena;
	const struct source *source;
	struct assignment *assignments[ASSIGNMENT_BUCKETS];
	struct assignment *first, **tail; /* in file order */
	struct assignment *stored;        /* to what is no variable, and braces around values of a variable that is no pointer */
	struct call_site *calls;
	struct own_function *functions;
	unsigned callee;                  /* offset of a name that is called */
	bool has_main;
	bool has_froms;                   /* assignment->from is set */
	bool part;                        /* what is gathered next belongs to a statement of a block */
	bool plain;                       /* what is gathered is a statement of a block, or a part of it that a comma ends */
	unsigned block, blocks;           /* the block around it; those met so far */
	int loops, conditions;            /* around what is gathered; conditions in loops */
	int depth;                        /* of accesses_given_apart in itself */
};

struct allocations *allocations_of(struct survey *survey);
/* The variable that an argument or a value is, without casts; null: none. */
const struct variable *plain_variable(struct survey *survey, CXCursor cursor);
/* The only value other than null that a local pointer ever has.  Null: there are none or several, or a loop gives it that value
   now and then, while what its size is made of may change. */
const struct assignment *only_assignment(struct survey *survey, const struct variable *pointer);
/* The bytes that a value allocates, in variables that keep their values from there on.  False: it does not allocate.  *known: whether
   they are known.  *is_new: there is no value in them. */
bool assignment_allocates(struct survey *survey, const struct assignment *assignment, const struct polynomial **bytes, bool *known, bool *is_new);
/* The bytes of the object to whose beginning an array or a pointer leads.  False: not known. */
bool variable_bytes(struct survey *survey, const struct variable *variable, unsigned offset, int depth, const struct polynomial **bytes);

/* "malloc", "calloc" or "aligned_alloc" where the expression is a call of that; else null. */
const char *allocator_name(struct survey *survey, CXCursor call);
/* The bytes that an expression allocates, itself or by a function of the program that returns what it has allocated.  False: it does
   not allocate.  p->good: whether they are known. */
bool allocated_bytes(struct survey *survey, struct polynomials *p, CXCursor call, const struct polynomial **bytes);
/* allocation_function.c: the call by which the function that is called here allocates what it returns, whenever it returns; walk then
   knows the values of its parameters.  False: it does something else. */
bool allocation_returned(struct access_walk *walk, CXCursor call, CXCursor *allocation);
/* The expression without parentheses, conversions and casts. */
CXCursor without_casts(struct arena *arena, CXCursor cursor);
/* Whether it is a null pointer constant. */
bool is_null_pointer(struct arena *arena, CXCursor value);

#endif
