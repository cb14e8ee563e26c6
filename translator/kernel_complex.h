/* kernel_complex.h - multiplication and division of complex numbers, for which C compilers call functions that devices lack. */
#ifndef PPCC_KERNEL_COMPLEX_H
#define PPCC_KERNEL_COMPLEX_H

#include "kernel_code.h"

/* The functions that the operators in the code, which is C, need: text to stand before it; "" for none. */
const char *kernel_complex_functions(struct arena *arena, const char *code);

#endif
