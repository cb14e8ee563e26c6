/*
 * critical.c - the critical construct, and the lock for atomic constructs without an instruction (OpenMP 5.2, 15.2, 15.8).
 */
#include "mutex.h"

struct ppcc_mutex ppcc_critical_unnamed;
static struct ppcc_mutex atomic_lock;

void ppcc_critical_enter(struct ppcc_mutex *mutex)
{
	ppcc_mutex_lock(&mutex->state);
}

void ppcc_critical_leave(struct ppcc_mutex *mutex)
{
	ppcc_mutex_unlock(&mutex->state);
}

void ppcc_atomic_enter(void)
{
	ppcc_mutex_lock(&atomic_lock.state);
}

void ppcc_atomic_leave(void)
{
	ppcc_mutex_unlock(&atomic_lock.state);
}

void ppcc_flush(void)
{
#ifdef __SANITIZE_THREAD__
	/* ThreadSanitizer does not know fences; a read-modify-write of one object orders the flushes for it. */
	static atomic_uint flushes;
	atomic_fetch_add(&flushes, 1);
#else
	atomic_thread_fence(memory_order_seq_cst);
#endif
}
