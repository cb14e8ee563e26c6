/*
 * schedule.h - the arithmetic of shared-out loops (OpenMP 5.2, 11.5.3).  Pure: no shared state, nothing overflows for any
 * count up to 2^64 - 1.
 */
#ifndef PPCC_COMMON_SCHEDULE_H
#define PPCC_COMMON_SCHEDULE_H

#include "public.h"

/* Chunks of `chunk` iterations that count iterations make; the last may be shorter. */
static inline ppcc_count ppcc_chunks(ppcc_count count, ppcc_count chunk)
{
	return count / chunk + (count % chunk != 0);
}

/* Iterations of the next chunk under schedule(guided, chunk) with `left` iterations not yet handed out: half an even
   share, but not fewer than chunk (nor more than there are). */
static inline ppcc_count ppcc_guided(ppcc_count left, ppcc_count team, ppcc_count chunk)
{
	ppcc_count size = left / (2 * team) + (left % (2 * team) != 0);
	if (size < chunk)
		size = chunk;
	return size < left ? size : left;
}

#endif
