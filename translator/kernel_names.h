/* kernel_names.h - what functions are called in code for a device, where there is one of them for each combination of address spaces. */
#ifndef PPCC_KERNEL_NAMES_H
#define PPCC_KERNEL_NAMES_H

#include "kernel_code.h"
#include "kernel_spaces.h"

/* Fills the instances' names.  Functions that files call in one another have names that say for which spaces they are. */
void kernel_names_give(struct spaces *spaces);
/* What the code needs of other files and, of the function that they call, gives them. */
void kernel_names_needs(const struct spaces *spaces, struct kernel_code *result);

#endif
