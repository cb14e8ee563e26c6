/* kernel_long.h - `long long` in kernels. */
#ifndef PPCC_KERNEL_LONG_H
#define PPCC_KERNEL_LONG_H

#include "arena.h"

/* OpenCL C code in which each `long long` is `long`: that has 64 bits there, and `long long`, which OpenCL C reserves, has 128
   (OpenCL C 1.2, 6.1.4).  Constants and the formats of printf follow. */
const char *kernel_long(struct arena *arena, const char *code);

#endif
