/* doacross.h - what a loop with doacross dependences needs besides its iterations. */
#ifndef PPCC_PTHREAD_DOACROSS_H
#define PPCC_PTHREAD_DOACROSS_H

#include "team.h"

/* Fills share->doacross for a loop whose other fields are filled. */
void ppcc_doacross_prepare(struct loop_share *share, int team, ppcc_count inner);

/* The loop's current chunk has ended: whoever still waits for an iteration of it may go on. */
void ppcc_doacross_finish(struct ppcc_loop *loop);

#endif
