/* declare_target.h - declare target (OpenMP 5.2, 7.8): what devices have for the whole program. */
#ifndef PPCC_DECLARE_TARGET_H
#define PPCC_DECLARE_TARGET_H

#include "region.h"

/* Reads the file's directives: the variables' on_device, and tree->device_functions. */
void declare_target_read(struct region_tree *tree);
/* Whether the declarations before the offset say how large the variable is. */
bool declare_target_is_complete(const struct source *source, const struct variable *variable, unsigned offset);

#endif
