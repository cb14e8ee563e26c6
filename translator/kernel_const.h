/* kernel_const.h - parameters of kernels through which nothing is written point to const. */
#ifndef PPCC_KERNEL_CONST_H
#define PPCC_KERNEL_CONST_H

#include "code_edits.h"

#include <clang-c/Index.h>

/* Adds the edits that make `__global const double *a` of `__global double *a` where every use of a reads an element. */
void kernel_const_add(const char *code, const CXCursor *declarations, unsigned count, struct code_edits *edits);

#endif
