/* kernel_choices.h - calls of which the program finds out which function they mean: OpenCL C has no pointers to functions. */
#ifndef PPCC_KERNEL_CHOICES_H
#define PPCC_KERNEL_CHOICES_H

#include "arena.h"

/* The code with (c ? f : g)(x) as one of the calls where c only asks whether this is the initial device, which it is not, and
   as (c ? f(x) : g(x)) where it asks for something else. */
const char *kernel_choices_make(struct arena *arena, const char *code);

#endif
