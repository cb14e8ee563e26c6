/*
 * lock.c - the lock routines (OpenMP 5.2, 18.9).  A nestable lock belongs to the task that has set it.
 */
#include "../common/context.h"
#include "events.h"
#include "happens.h"
#include "mutex.h"

void omp_init_lock(omp_lock_t *lock)
{
	lock->ppcc_state = 0;
	if (ppcc_watched())
		ppcc_event_lock_init(ompt_mutex_lock, lock, CALLER);
}

void omp_init_lock_with_hint(omp_lock_t *lock, omp_sync_hint_t hint)
{
	(void)hint;
	omp_init_lock(lock);
}

void omp_destroy_lock(omp_lock_t *lock)
{
	if (ppcc_watched())
		ppcc_event_lock_destroy(ompt_mutex_lock, lock, CALLER);
}

void omp_set_lock(omp_lock_t *lock)
{
	if (ppcc_watched())
		ppcc_event_acquire(ompt_mutex_lock, lock, CALLER);
	ppcc_mutex_lock(&lock->ppcc_state);
	happens_after(lock);
	if (ppcc_watched())
		ppcc_event_acquired(ompt_mutex_lock, lock, CALLER);
}

void omp_unset_lock(omp_lock_t *lock)
{
	happens_before(lock);
	ppcc_mutex_unlock(&lock->ppcc_state);
	if (ppcc_watched())
		ppcc_event_released(ompt_mutex_lock, lock, CALLER);
}

int omp_test_lock(omp_lock_t *lock)
{
	if (ppcc_watched())
		ppcc_event_acquire(ompt_mutex_test_lock, lock, CALLER);
	if (!ppcc_mutex_try(&lock->ppcc_state))
		return 0;
	happens_after(lock);
	if (ppcc_watched())
		ppcc_event_acquired(ompt_mutex_test_lock, lock, CALLER);
	return 1;
}

void omp_init_nest_lock(omp_nest_lock_t *lock)
{
	lock->ppcc_state = 0;
	lock->ppcc_count = 0;
	lock->ppcc_owner = NULL;
	if (ppcc_watched())
		ppcc_event_lock_init(ompt_mutex_nest_lock, lock, CALLER);
}

void omp_init_nest_lock_with_hint(omp_nest_lock_t *lock, omp_sync_hint_t hint)
{
	(void)hint;
	omp_init_nest_lock(lock);
}

void omp_destroy_nest_lock(omp_nest_lock_t *lock)
{
	if (ppcc_watched())
		ppcc_event_lock_destroy(ompt_mutex_nest_lock, lock, CALLER);
}

/* Others read the owner while its task may be changing it; only its own task can find itself there. */
static _Atomic(void *) *owner_of(omp_nest_lock_t *lock)
{
	return (_Atomic(void *) *)(void *)&lock->ppcc_owner;
}

static bool mine(omp_nest_lock_t *lock, void *task)
{
	return atomic_load_explicit(owner_of(lock), memory_order_relaxed) == task;
}

void omp_set_nest_lock(omp_nest_lock_t *lock)
{
	void *task = ppcc_current_task();
	bool owned = mine(lock, task);
	if (ppcc_watched())
		ppcc_event_acquire(ompt_mutex_nest_lock, lock, CALLER);
	if (!owned) {
		ppcc_mutex_lock(&lock->ppcc_state);
		happens_after(lock);
		atomic_store_explicit(owner_of(lock), task, memory_order_relaxed);
	}
	lock->ppcc_count++;
	if (ppcc_watched())
		ppcc_event_nested(ompt_mutex_nest_lock, ompt_scope_begin, !owned, lock, CALLER);
}

int omp_test_nest_lock(omp_nest_lock_t *lock)
{
	void *task = ppcc_current_task();
	bool owned = mine(lock, task);
	if (ppcc_watched())
		ppcc_event_acquire(ompt_mutex_test_nest_lock, lock, CALLER);
	if (!owned) {
		if (!ppcc_mutex_try(&lock->ppcc_state))
			return 0;
		happens_after(lock);
		atomic_store_explicit(owner_of(lock), task, memory_order_relaxed);
	}
	if (ppcc_watched())
		ppcc_event_nested(ompt_mutex_test_nest_lock, ompt_scope_begin, !owned, lock, CALLER);
	return ++lock->ppcc_count;
}

void omp_unset_nest_lock(omp_nest_lock_t *lock)
{
	bool last = --lock->ppcc_count == 0;
	if (last) {
		happens_before(lock);
		atomic_store_explicit(owner_of(lock), NULL, memory_order_relaxed);
		ppcc_mutex_unlock(&lock->ppcc_state);
	}
	if (ppcc_watched())
		ppcc_event_nested(ompt_mutex_nest_lock, ompt_scope_end, last, lock, CALLER);
}
