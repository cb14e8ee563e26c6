/*
 * mutex.h - mutual exclusion in one int, for critical constructs, locks and the runtime's own lists.
 *
 * 0: free; 1: held; 2: held, and somebody may sleep.  Not owned: any thread may unlock.
 */
#ifndef PPCC_PTHREAD_MUTEX_H
#define PPCC_PTHREAD_MUTEX_H

#include "team.h"

void ppcc_mutex_lock_slowly(atomic_uint *word);
void ppcc_mutex_wake(atomic_uint *word);

/* The public types hold plain ints, so that their headers need no C11. */
static inline atomic_uint *ppcc_mutex_word(int *state)
{
	return (atomic_uint *)(void *)state;
}

static inline bool ppcc_mutex_try(int *state)
{
	unsigned is_free = 0;
	return atomic_compare_exchange_strong_explicit(ppcc_mutex_word(state), &is_free, 1, memory_order_acquire,
		memory_order_relaxed);
}

static inline void ppcc_mutex_lock(int *state)
{
	if (!ppcc_mutex_try(state))
		ppcc_mutex_lock_slowly(ppcc_mutex_word(state));
}

static inline void ppcc_mutex_unlock(int *state)
{
	if (atomic_exchange_explicit(ppcc_mutex_word(state), 0, memory_order_release) == 2)
		ppcc_mutex_wake(ppcc_mutex_word(state));
}

#endif
