/*
 * kernel_globals.h - variables of declare target in a kernel: OpenCL C has none at file scope, so a kernel gets their
 * addresses, and hands them on to the functions that use them.
 */
#ifndef PPCC_KERNEL_GLOBALS_H
#define PPCC_KERNEL_GLOBALS_H

#include "kernel_code.h"
#include "kernel_unit.h"

/* Functions that files call in one another have one further parameter for all of them, the table: the variables' addresses as
   numbers.  Those of one function's text stand one after the other from KERNEL_FIRST on. */
#define KERNEL_FIRST "ppcc_first"

/* The code without their declarations: each use goes through a parameter.  Kernels have them all, the used ones in the order
   of the list, after their other parameters; a kernel called not_to is left as it is.  Variables of the group are declared in the kernel.  The table, when it is used, is the last in the list.
   for_others: the function that other files call, or null.  Clears `used` of those that the code does not mean. */
void kernel_globals_make(struct arena *arena, const char *code, struct kernel_global *globals, const char *not_to, const char *for_others, struct kernel_code *result);

#endif
