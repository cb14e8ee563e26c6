/*
 * deque.h - a double-ended queue of tasks with one owner (Chase and Lev, "Dynamic circular work-stealing deque").
 *
 * The owner pushes and pops at the bottom; anyone steals at the top.  The capacity is fixed: when it is full, the owner
 * runs new tasks at once, which bounds the memory that waiting tasks take.  Indices only grow, except bottom by a pop.
 * While top is t, the entry with index t can only go by moving top: what a thief reads of it before a successful
 * exchange of top is what it gets.  Orderings are carried by the indices alone, without fences.
 */
#ifndef PPCC_PTHREAD_DEQUE_H
#define PPCC_PTHREAD_DEQUE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DEQUE_CAPACITY = 512 };

struct task;

struct deque_entry {
	_Atomic(struct task *) task;
	_Atomic int root; /* number of the implicit task that it descends from */
};

struct deque {
	_Alignas(64) _Atomic int64_t top;
	_Alignas(64) _Atomic int64_t bottom; /* written by the owner */
	_Atomic(struct deque_entry *) entries; /* null before the first push */
};

static inline int64_t deque_bottom(struct deque *deque)
{
	return atomic_load_explicit(&deque->bottom, memory_order_relaxed);
}

static inline bool deque_empty(struct deque *deque)
{
	return atomic_load(&deque->top) >= atomic_load(&deque->bottom);
}

static inline bool deque_full(struct deque *deque)
{
	return deque_bottom(deque) - atomic_load_explicit(&deque->top, memory_order_acquire) >= DEQUE_CAPACITY;
}

/* The owner's.  push: the deque is not full; pop: null when nothing is left at or above index base. */
void ppcc_deque_push(struct deque *deque, struct task *task, int root);
struct task *ppcc_deque_pop(struct deque *deque, int64_t base);

/* Takes the oldest entry when its root is `root` (-1: any).  Null: nothing there, not that root, or another was faster. */
struct task *ppcc_deque_steal(struct deque *deque, int root);

/* The same for an entry at or above index *base, provided that *version is even, still `seen` when the entry was looked
   at, and the caller has read *base since then. */
struct task *ppcc_deque_steal_above(struct deque *deque, int64_t base, atomic_uint *version, unsigned seen);

#endif
