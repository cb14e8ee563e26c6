/*
 * critical.c - the critical construct, and the lock for atomic constructs without an instruction (OpenMP 5.2, 15.2, 15.8).
 */
#include "events.h"
#include "happens.h"
#include "mutex.h"

struct ppcc_mutex ppcc_critical_unnamed;
static struct ppcc_mutex atomic_lock;

static void enter(struct ppcc_mutex *mutex, ompt_mutex_t kind, const void *caller)
{
	if (ppcc_watched())
		ppcc_event_acquire(kind, mutex, caller);
	ppcc_mutex_lock(&mutex->state);
	happens_after(mutex);
	if (ppcc_watched())
		ppcc_event_acquired(kind, mutex, caller);
}

static void leave(struct ppcc_mutex *mutex, ompt_mutex_t kind, const void *caller)
{
	happens_before(mutex);
	ppcc_mutex_unlock(&mutex->state);
	if (ppcc_watched())
		ppcc_event_released(kind, mutex, caller);
}

void ppcc_critical_enter(struct ppcc_mutex *mutex)
{
	enter(mutex, ompt_mutex_critical, CALLER);
}

void ppcc_critical_leave(struct ppcc_mutex *mutex)
{
	leave(mutex, ompt_mutex_critical, CALLER);
}

void ppcc_atomic_enter(void)
{
	enter(&atomic_lock, ompt_mutex_atomic, CALLER);
}

void ppcc_atomic_leave(void)
{
	leave(&atomic_lock, ompt_mutex_atomic, CALLER);
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
	if (ppcc_watched())
		ppcc_event_flush(CALLER);
}
