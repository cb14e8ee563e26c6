/* kernel_others.h - address spaces that the code does not say: of what functions of one file give to, or get from, those of another. */
#ifndef PPCC_KERNEL_OTHERS_H
#define PPCC_KERNEL_OTHERS_H

#include "kernel_spaces.h"

/* When all that the code says is known: decides the spaces of what goes from file to file, and of what pointers in mapped data lead to. */
void kernel_others_settle(struct spaces *spaces);

#endif
