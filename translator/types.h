/* types.h - types as text: what is needed to declare a copy of a variable, or a pointer to it, in another function. */
#ifndef PPCC_TYPES_H
#define PPCC_TYPES_H

#include "arena.h"

#include <stdbool.h>

enum ctype_class {
	TYPE_BOOL,
	TYPE_SIGNED,
	TYPE_UNSIGNED,
	TYPE_FLOAT,
	TYPE_COMPLEX,
	TYPE_POINTER,
	TYPE_ARRAY,
	TYPE_RECORD, /* struct or union */
	TYPE_OTHER   /* vectors, va_list, ... */
};

enum { TYPE_MAX_RANK = 8 };

struct ctype {
	enum ctype_class class;
	const char *spelling;    /* of the whole type, for messages and __typeof__ */
	const char *element;     /* arrays: what is no array any more; pointers: what they point to, the same way */
	enum ctype_class element_class;
	long long element_size;  /* bytes */
	int rank;                /* arrays: number of dimensions; pointers to variable arrays: those of what is pointed to */
	const char *extents[TYPE_MAX_RANK]; /* as text; null: known at run time only */
	bool variable;           /* a variable length array, or a pointer to one */
	bool too_variable;       /* variably modified in a way that ppcc cannot pass on */
	bool incomplete;         /* an array without a size */
	bool is_const, is_volatile, is_atomic;
	long long size;          /* bytes; negative when not known at compile time */
};

/* "double x", "int (*f)(int)", "double a[10][4]".  declarator may be "*x" or "(*x)" forms for scalars. */
const char *ctype_declare(struct arena *arena, const struct ctype *type, const char *name);
/* A pointer to the type: "double *x", "double (*x)[10][4]"; with run-time extents taken from extents[]. */
const char *ctype_declare_pointer(struct arena *arena, const struct ctype *type, const char *name, const char *const *extents);
/* A pointer to the first element of an array ("double (*a)[4]"), or a pointer to variable arrays. */
const char *ctype_declare_elements(struct arena *arena, const struct ctype *type, const char *name, const char *const *extents);
/* The type itself with run-time extents taken from extents[] where type->extents is null. */
const char *ctype_declare_extents(struct arena *arena, const struct ctype *type, const char *name, const char *const *extents);
/* The same declarations without const at the top, for copies that are filled after they are declared. */
const struct ctype *ctype_unqualified(struct arena *arena, const struct ctype *type);

/* "T name" for any spelling of a type that is no array. */
const char *ctype_declare_spelling(struct arena *arena, const char *spelling, const char *declarator);

#endif
