/* kernel_flat.h - parameters that point to rows of variable length, which OpenCL C has not, become pointers to elements. */
#ifndef PPCC_KERNEL_FLAT_H
#define PPCC_KERNEL_FLAT_H

#include "kernel_code.h"

/* The code with `double (*a)[n]` as `double *a`, and a[i][j] as a[i * n + j]. */
void kernel_flat_make(struct arena *arena, const char *code, struct kernel_code *result);

#endif
