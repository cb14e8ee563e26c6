/*
 * lock.c - the lock routines (OpenMP 5.2, 18.9).  A nestable lock belongs to the task that has set it.
 */
#include "../common/context.h"
#include "happens.h"
#include "mutex.h"

void omp_init_lock(omp_lock_t *lock)
{
	lock->ppcc_state = 0;
}

void omp_init_lock_with_hint(omp_lock_t *lock, omp_sync_hint_t hint)
{
	(void)hint;
	omp_init_lock(lock);
}

void omp_destroy_lock(omp_lock_t *lock)
{
	(void)lock;
}

void omp_set_lock(omp_lock_t *lock)
{
	ppcc_mutex_lock(&lock->ppcc_state);
	happens_after(lock);
}

void omp_unset_lock(omp_lock_t *lock)
{
	happens_before(lock);
	ppcc_mutex_unlock(&lock->ppcc_state);
}

int omp_test_lock(omp_lock_t *lock)
{
	if (!ppcc_mutex_try(&lock->ppcc_state))
		return 0;
	happens_after(lock);
	return 1;
}

void omp_init_nest_lock(omp_nest_lock_t *lock)
{
	lock->ppcc_state = 0;
	lock->ppcc_count = 0;
	lock->ppcc_owner = NULL;
}

void omp_init_nest_lock_with_hint(omp_nest_lock_t *lock, omp_sync_hint_t hint)
{
	(void)hint;
	omp_init_nest_lock(lock);
}

void omp_destroy_nest_lock(omp_nest_lock_t *lock)
{
	(void)lock;
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
	if (!mine(lock, task)) {
		ppcc_mutex_lock(&lock->ppcc_state);
		happens_after(lock);
		atomic_store_explicit(owner_of(lock), task, memory_order_relaxed);
	}
	lock->ppcc_count++;
}

int omp_test_nest_lock(omp_nest_lock_t *lock)
{
	void *task = ppcc_current_task();
	if (!mine(lock, task)) {
		if (!ppcc_mutex_try(&lock->ppcc_state))
			return 0;
		happens_after(lock);
		atomic_store_explicit(owner_of(lock), task, memory_order_relaxed);
	}
	return ++lock->ppcc_count;
}

void omp_unset_nest_lock(omp_nest_lock_t *lock)
{
	if (--lock->ppcc_count > 0)
		return;
	happens_before(lock);
	atomic_store_explicit(owner_of(lock), NULL, memory_order_relaxed);
	ppcc_mutex_unlock(&lock->ppcc_state);
}
