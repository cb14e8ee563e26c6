/*
 * kernel_spaces.h - which address space each pointer of OpenCL C code points to (OpenCL C 1.2, 6.5): found by looking at what
 * is assigned to what.  A pointer type has one *level* for each star; level 0 is the outermost, what the pointer itself
 * points to.
 */
#ifndef PPCC_KERNEL_SPACES_H
#define PPCC_KERNEL_SPACES_H

#include "kernel_cursor.h"

/* From SPACE_HOLE on: what the caller, which is in another file, decides.  The first such space is SPACE_HOLE. */
enum space { SPACE_UNKNOWN, SPACE_PRIVATE, SPACE_GLOBAL, SPACE_LOCAL, SPACE_CONSTANT, SPACE_COUNT, SPACE_HOLE = SPACE_COUNT };
enum { HOLES_MAX = 9 };
enum { LEVELS_MAX = 6 };

/* Spaces that may yet turn out to be the same: a number of one of the union's nodes. */
typedef int space_node;

struct levels {
	int depth;
	space_node at[LEVELS_MAX];
	space_node object; /* of an expression that is an object: where it is */
};

/* A declaration in one instance of a function; fields and globals: in none. */
struct declared {
	struct declared *next;
	struct instance *instance;
	CXCursor cursor;
	struct levels levels;
};

/* A cast: its type names pointers too. */
struct cast {
	struct cast *next;
	CXCursor cursor;
	struct levels levels;
};

/* A call of a function of the code. */
struct call {
	struct call *next;
	unsigned offset; /* of the function's name in the call */
	struct instance *callee;
};

/* A function as it is called from one place. */
struct instance {
	struct instance *next;   /* in the order of the calls */
	struct instance *caller; /* null: a kernel, or the function for other files */
	bool for_others, elsewhere; /* other files call it; another file defines it */
	CXCursor function;
	struct levels result;
	struct cast *casts;
	struct call *calls;
	struct instance *same;   /* the first with the same spaces; itself */
	const char *name;        /* filled when the code is written */
	bool declared;           /* in what is written so far */
};

struct spaces {
	struct arena *arena;
	struct {
		space_node parent;
		enum space space;
	} *nodes;
	int count, capacity;
	struct declared *declared;
	struct instance *instances, *last;
	const char *problem; /* the first one */
	unsigned line;
};

/* Fills all of it from the kernels in the unit, or from one function that other files call (null: none).  False: there is a problem. */
bool spaces_find(struct spaces *spaces, CXTranslationUnit unit, const char *function);
void spaces_release(struct spaces *spaces);

/* Null when nothing is known of the declaration. */
const struct declared *spaces_of(const struct spaces *spaces, const struct instance *instance, CXCursor declaration);
enum space spaces_resolved(const struct spaces *spaces, space_node node);
/* Of a node that has none. */
void spaces_decide(struct spaces *spaces, space_node node, enum space space);
void spaces_problem(struct spaces *spaces, CXCursor where, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The type without its pointers and arrays, and how many pointers there are. */
CXType spaces_peel(CXType type, int *depth);
CXType spaces_base(CXType type);
bool spaces_type_is_array(CXType type);
/* How many levels a type has; negative: it has a pointer to a function in it. */
int spaces_depth(CXType type);
/* The same of a variable or parameter: one that is written as an array is a pointer. */
int spaces_declared_depth(CXCursor declaration);
/* Whether an expression is an array, which a parameter never is. */
bool spaces_is_array(struct arena *arena, CXCursor expression);
bool spaces_is_kernel(CXCursor function);
/* Whether a variable is declared as one of the work-group, or a parameter as a pointer to such; whether one points to the device's memory. */
bool spaces_is_local(CXCursor variable);
bool spaces_is_global(CXCursor parameter);

/* Whether the function is of the program, and in another file. */
bool spaces_is_elsewhere(CXCursor function);

#endif
