/*
 * accesses.h - what a loop nest does with memory: every variable, array element and element behind a pointer that it reads or
 * writes, with its subscripts as polynomials, and the reason why the nest cannot run where only its data is, if there is one.
 * The targets that move host loops to a device read it (extents.h makes sections of it).
 */
#ifndef PPCC_ACCESSES_H
#define PPCC_ACCESSES_H

#include "polynomial.h"
#include "region.h"

/* A loop of the nest. */
struct access_loop {
	unsigned start;                           /* offset of its `for` */
	bool conditional;                         /* need not run */
	struct access_loop *outer;
	struct access_loop *next;                 /* all of them */
	const struct variable *variable;          /* null: none that counts */
	const struct polynomial *lower, *upper;   /* the least and the greatest value; of a loop with `counted` */
	bool counted;
	bool every;                               /* the variable takes every value between them, or there is none */
	bool alone;                               /* it is all of the body of the loop around it */
	bool breaks;                              /* a break leaves it */
};

/* One place that reads or writes an element, or a variable that is no pointer.  Variables that are declared inside the nest
   are not listed.  Where a member of a struct points to memory that the nest uses, the members of that struct are variables by
   themselves (variable.of); else the struct is one, and so is always the first that a pointer points to. */
struct memory_access {
	struct memory_access *next;
	const struct variable *variable;
	unsigned offset;
	bool read, write;
	bool conditional;                         /* need not happen although the loops around it run */
	bool in_branch;                           /* need not happen in each iteration of the innermost loop around it */
	bool part;                                /* of an element: a member */
	bool called;                              /* a function that the nest calls names the variable */
	const struct variable *member;            /* the member that is used where the struct counts; else null */
	struct access_loop *loop;                 /* the innermost around it */
	int rank;                                 /* subscripts; 0: the variable itself */
	const struct polynomial *subscripts[TYPE_MAX_RANK];
	bool known[TYPE_MAX_RANK];                /* the subscript is a polynomial */
	long long extents[TYPE_MAX_RANK];         /* elements of the dimension; not positive: not known */
};

struct accesses {
	struct memory_access *items;
	struct access_loop *loops;
	const char *objection;                    /* why the nest must stay where it is; null: nothing found */
	unsigned objection_at;
	bool incomplete;                          /* a jump, or code that was not looked into: accesses and their order are not all known */
	bool may_synchronise;                     /* a function is called that may make threads wait for each other */
	bool in_loop;                             /* the nest itself stands in a loop of its function */
};

/* Looks at the loop text[start, end), or at the statement of a target construct, which may do more: there what hides accesses is
   an objection, and nothing else.  False: it was not found. */
bool accesses_of_loop(struct survey *survey, unsigned start, unsigned end, struct accesses *result);
/* The same for any other statement of the host. */
bool accesses_of_statement(struct survey *survey, unsigned start, unsigned end, struct accesses *result);
bool accesses_of_region(struct survey *survey, unsigned start, unsigned end, struct accesses *result);

/* Whether the statement that begins there, without the functions that it calls, has an expression of an _Atomic type: threads may
   wait for each other by it. */
bool accesses_use_atomic(struct survey *survey, unsigned start);

/* accesses_split.c: why the code between the constructs of a parallel region cannot be run by one thread instead (at *offset); null:
   it can: it only declares and sets variables of the region, and loops over constructs, alike in every thread. */
const char *accesses_hinder_splitting(struct survey *survey, const struct site *site, unsigned *offset);

/* Whether the file defines a function of that name. */
bool accesses_defines_function(const struct source *source, const char *name, size_t length);
/* The local pointer keeps what malloc, calloc or the like gave it before `offset`: *count elements, in variables that keep
   their values.  False: it does not, or that is not known.  *counted: whether their number is known. */
bool accesses_allocation(struct survey *survey, const struct variable *pointer, unsigned offset, const struct polynomial **count, bool *counted);
/* Whether what a local pointer leads to comes from malloc or aligned_alloc, and thus begins without a value. */
bool accesses_is_new(struct survey *survey, const struct variable *pointer);
/* The number of elements of the object to whose beginning a local pointer or a parameter leads, in variables that keep their values
   from there on: told from its allocation, from the pointer that it is a copy of, or from all calls of the function, when these
   are in the file.  False: not known. */
bool accesses_object(struct survey *survey, const struct variable *pointer, unsigned offset, const struct polynomial **count);
/* The variable of which a local pointer only ever is a copy: an array, a parameter, a pointer with an allocation of its own; else the
   pointer itself. */
const struct variable *accesses_root(struct survey *survey, const struct variable *pointer);
/* Whether the file anywhere gives the pointer a value that is made of the other variable: `q = p + 1`. */
bool accesses_may_be_made_of(struct survey *survey, const struct variable *pointer, const struct variable *base);
/* Whether all calls give two parameters objects, or a parameter one beside a variable at file scope, of which may_overlap says no. */
bool accesses_given_apart(struct survey *survey, const struct variable *a, const struct variable *b,
			  bool (*may_overlap)(struct survey *, const struct variable *, const struct variable *, unsigned));
/* Whether each thread has its own, or threads may use it, or what it points to or its elements, at the same time on purpose: it is
   thread-local, _Atomic or volatile. */
bool accesses_has_own_rules(const struct variable *variable);
/* A variable at file scope that nothing but this file changes, and only by its name. */
bool accesses_is_own_global(struct survey *survey, const struct variable *variable);
/* Whether the variable keeps its value from `offset` to the end of its function. */
bool accesses_keeps_value(const struct survey *survey, const struct variable *variable, unsigned offset);

#endif
