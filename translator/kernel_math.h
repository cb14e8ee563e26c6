/* kernel_math.h - functions of C's library that OpenCL C has too, and how their meaning is kept. */
#ifndef PPCC_KERNEL_MATH_H
#define PPCC_KERNEL_MATH_H

#include <stdbool.h>

/* A function of <math.h> or <stdlib.h> that OpenCL C has under some name, one for each type of its arguments. */
struct math_function {
	const char *name;    /* in C: without a suffix f for the one of float, and without __builtin_ */
	const char *opencl;  /* there */
	int values;          /* how many arguments are of the type */
	const char *type;    /* of these; null: double, or float with the suffix; "": as they are */
	const char *result;  /* what the result is converted to; null: it has the right type */
	int pointers;        /* arguments after them that are written */
};

/* Null: it is none.  *is_float: the name had the suffix. */
const struct math_function *kernel_math_find(const char *name, bool *is_float);
/* What stands for a call such as __builtin_inf(); null: it is none. */
const char *kernel_math_constant(const char *name);
/* Whether it only computes. */
bool kernel_math_is_pure(const char *name);
/* Whether OpenCL C has a built-in function of that name, which a program's function must not be taken for. */
bool kernel_math_is_built_in(const char *name);

#endif
