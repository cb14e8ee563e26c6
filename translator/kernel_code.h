/*
 * kernel_code.h - C code becomes OpenCL C: every pointer in it gets the address space that it points to, functions are
 * written once for each combination of spaces they are called with, and names that are words of OpenCL C are changed.
 */
#ifndef PPCC_KERNEL_CODE_H
#define PPCC_KERNEL_CODE_H

#include "arena.h"

#include <clang-c/Index.h>

struct kernel_code {
	const char *text;    /* in the arena; null when the code cannot be OpenCL C */
	const char *problem; /* then: why, in words that can follow "the region cannot be a kernel: " */
	unsigned line;       /* of the problem, by the line directives in the code; 0: not known */
};

/* code: types, constants, functions and kernels, without macros or includes.  Kernels are functions marked __kernel; their
   pointers into memory of the device are marked __global, and variables that a work-group shares __local. */
/* Reads such code as C; what it has no declaration for, and anything else that is wrong, becomes result->problem. */
CXTranslationUnit kernel_code_parse(CXIndex index, struct arena *arena, const char *code, struct kernel_code *result);

void kernel_code_make(struct arena *arena, const char *code, struct kernel_code *result);

#endif
