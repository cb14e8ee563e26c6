/*
 * critical.c - the critical construct, and the lock for atomic constructs without an instruction (OpenMP 5.2, 15.2, 15.8).
 */
#include "happens.h"
#include "mutex.h"

struct ppcc_mutex ppcc_critical_unnamed;
static struct ppcc_mutex atomic_lock;

void ppcc_critical_enter(struct ppcc_mutex *mutex)
{
	ppcc_mutex_lock(&mutex->state);
	happens_after(mutex);
}

void ppcc_critical_leave(struct ppcc_mutex *mutex)
{
	happens_before(mutex);
	ppcc_mutex_unlock(&mutex->state);
}

void ppcc_atomic_enter(void)
{
	ppcc_critical_enter(&atomic_lock);
}

void ppcc_atomic_leave(void)
{
	ppcc_critical_leave(&atomic_lock);
}

void ppcc_flush(void)
{
	/* ThreadSanitizer does not know fences; one object orders the flushes for it. */
	static atomic_uint flushes;
#ifdef PPCC_INSTRUMENTED
	atomic_fetch_add(&flushes, 1);
#else
	happens_before(&flushes);
	atomic_thread_fence(memory_order_seq_cst);
	happens_after(&flushes);
#endif
}
