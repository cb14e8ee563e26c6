/*
 * ordered.h - the hand-over of turns between the chunks of a loop with an ordered clause.
 */
#ifndef PPCC_PTHREAD_ORDERED_H
#define PPCC_PTHREAD_ORDERED_H

#include "team.h"

/* The member's loop has taken its next chunk; more: false when there was none. */
void ppcc_ordered_chunk(struct member *me, bool more);

/* The current chunk has ended: waits for its turn, if that has not come, and passes it on. */
void ppcc_ordered_pass(struct member *me);

#endif
