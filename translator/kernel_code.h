/*
 * kernel_code.h - C code becomes OpenCL C: every pointer in it gets the address space that it points to, functions are
 * written once for each combination of spaces they are called with, and names that are words of OpenCL C are changed.
 */
#ifndef PPCC_KERNEL_CODE_H
#define PPCC_KERNEL_CODE_H

#include "arena.h"
#include "code_edits.h"

#include <clang-c/Index.h>

/* A function of another file, as the code calls it.  Letters for what its pointers point to, outermost first, parameter by
   parameter: p private, g global, l local, c constant, or a digit: what the caller of the function for other files
   decides, which its text calls KERNEL_SPACE with the digit behind it. */
#define KERNEL_SPACE "PPCC_SPACE_"

struct kernel_need {
	struct kernel_need *next;
	const char *name, *parameters, *returned;
};

struct kernel_code {
	const char *text;    /* in the arena; null when the code cannot be OpenCL C */
	const char *problem; /* then: why, in words that can follow "the region cannot be a kernel: " */
	unsigned line;       /* of the problem, by the line directives in the code; 0: not known */
	struct kernel_need *needs;
	const char *parameters, *returned; /* of the function for other files, as in kernel_need */
};

/* code: types, constants, functions and kernels, without macros or includes.  Kernels are functions marked __kernel; their
   pointers into memory of the device are marked __global, and variables that a work-group shares __local.  function: one that
   other files call, in code without kernels; or null.  The last parameter of functions that files call in one another is the table
   of kernel_globals.h. */
void kernel_code_make(struct arena *arena, const char *code, const char *function, struct kernel_code *result);

/* A pass over such code that changes it: adds to its edits what it finds in the declarations, and may set result->problem. */
typedef void kernel_pass(void *context, const CXCursor *declarations, unsigned count);

/* Reads the code as C, where what is not declared and anything else that is wrong becomes result->problem, lets the pass look
   at it, and writes it with the edits to result->text. */
void kernel_code_edit(struct arena *arena, const char *code, kernel_pass *pass, void *context, struct code_edits *edits, struct kernel_code *result);

#endif
