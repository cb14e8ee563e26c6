/*
 * kernel_serial.h - a kernel in which a team's first thread runs serial code, and all its threads run parallel regions.
 *
 * `if (ppcc_team) statement` is what all work-items of the group run together.  Everything else of such a kernel is serial:
 *   - plain arithmetic on variables that every work-item has is done by each: all come to the same values, and go the same way
 *     through if and for
 *   - what writes memory, calls what may write, or loops, is done by one work-item; variables that this sets, or that the
 *     parallel regions change, are shared by the group (__local)
 *   - barriers stand between the two, so they are always reached by all work-items
 */
#ifndef PPCC_KERNEL_SERIAL_H
#define PPCC_KERNEL_SERIAL_H

#include "kernel_code.h"

/* The name that marks what a team runs together. */
#define KERNEL_TEAM_MARK "ppcc_team"

/* The code with the marks replaced. */
void kernel_serial_make(struct arena *arena, const char *code, struct kernel_code *result);

#endif
