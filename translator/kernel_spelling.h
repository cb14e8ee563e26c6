/* kernel_spelling.h - what C and OpenCL C spell alike and read differently. */
#ifndef PPCC_KERNEL_SPELLING_H
#define PPCC_KERNEL_SPELLING_H

#include "kernel_code.h"

/* Writes result->text anew, or sets result->problem.  `long long` has 128 bits in OpenCL C (OpenCL C 1.2, 6.1.4) and becomes
   `long`, which has 64, as do literals; the formats of printf lose what OpenCL's does not know (6.12.13.2). */
void kernel_spelling_settle(struct arena *arena, struct kernel_code *result);

/* The C code with `unsigned char` for `char`, which has a sign in OpenCL C (6.1.1). */
const char *kernel_spelling_unsigned_char(struct arena *arena, const char *code);

#endif
