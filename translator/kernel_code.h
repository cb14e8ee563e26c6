/*
 * kernel_code.h - C code becomes OpenCL C: every pointer in it gets the address space that it points to, functions are
 * written once for each combination of spaces they are called with, and names that are words of OpenCL C are changed.
 */
#ifndef PPCC_KERNEL_CODE_H
#define PPCC_KERNEL_CODE_H

#include "arena.h"
#include "code_edits.h"

#include <clang-c/Index.h>

struct kernel_code {
	const char *text;    /* in the arena; null when the code cannot be OpenCL C */
	const char *problem; /* then: why, in words that can follow "the region cannot be a kernel: " */
	unsigned line;       /* of the problem, by the line directives in the code; 0: not known */
};

/* code: types, constants, functions and kernels, without macros or includes.  Kernels are functions marked __kernel; their
   pointers into memory of the device are marked __global, and variables that a work-group shares __local. */
void kernel_code_make(struct arena *arena, const char *code, struct kernel_code *result);

/* A pass over such code that changes it: adds to its edits what it finds in the declarations, and may set result->problem. */
typedef void kernel_pass(void *context, const CXCursor *declarations, unsigned count);

/* Reads the code as C, where what is not declared and anything else that is wrong becomes result->problem, lets the pass look
   at it, and writes it with the edits to result->text. */
void kernel_code_edit(struct arena *arena, const char *code, kernel_pass *pass, void *context, struct code_edits *edits, struct kernel_code *result);

#endif
