/* kernel_const.h - parameters of kernels through which nothing is written point to const. */
#ifndef PPCC_KERNEL_CONST_H
#define PPCC_KERNEL_CONST_H

#include "kernel_code.h"

/* The code with `__global const double *a` for `__global double *a` where every use of a reads an element. */
void kernel_const_make(struct arena *arena, const char *code, struct kernel_code *result);

#endif
