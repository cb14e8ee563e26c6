/* kernel_calls.h - calls of C's library in a kernel: OpenCL C chooses a function by its arguments' types, and C does not. */
#ifndef PPCC_KERNEL_CALLS_H
#define PPCC_KERNEL_CALLS_H

#include "code_edits.h"

#include <clang-c/Index.h>

/* Adds the edits after which the calls in the function mean what they mean in C. */
void kernel_calls_edit(const char *code, CXCursor function, struct code_edits *edits);

#endif
