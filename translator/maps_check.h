/* maps_check.h - maps of one directive of which each maps a part of the other's elements. */
#ifndef PPCC_MAPS_CHECK_H
#define PPCC_MAPS_CHECK_H

#include "maps.h"

/* The explicit items of a device construct.  What is not certain from numbers is left to the runtime. */
void maps_check(struct region_tree *tree, const struct leaf *leaf);

#endif
