/* kernel_tune.h - what a kernel tells the device's compiler: what is only read, and which loops to unroll. */
#ifndef PPCC_KERNEL_TUNE_H
#define PPCC_KERNEL_TUNE_H

#include "kernel_code.h"

/* The code with `__global const double *a` for `__global double *a` where every use of a reads an element (kernel_const.h), and
   `#pragma unroll` before loops with few iterations, known here, in which a variable of the work-item goes from one to the next, or a
   small array of its own is used: with such a loop in the way, a compiler cannot use vector instructions for several work-items or for
   iterations of the loop around, and the array is not kept in registers. */
void kernel_tune_make(struct arena *arena, const char *code, struct kernel_code *result);

#endif
