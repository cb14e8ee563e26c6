/* reduction.h - where the copies of a reduction's list item are, and the original. */
#ifndef PPCC_PTHREAD_REDUCTION_H
#define PPCC_PTHREAD_REDUCTION_H

#include "pthread_target.h"
#include "reduction_item.h"

/* The list item with the original where the leaf's code finds it.  False: an error was printed. */
bool reduction_read(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct reduction_item *item);
/* Declares the name of a section's variable so that the section is the array `partial`. */
void reduction_view_section(struct lowering *lowering, const struct reduction_item *item, const char *partial, struct text *out);
/* The first element of the original that takes part, as a pointer to elements. */
const char *reduction_original(struct lowering *lowering, const struct reduction_item *item);

#endif
