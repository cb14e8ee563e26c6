#include "mutex.h"

#include "wait.h"

enum { TRIES = 200 }; /* looks at a held lock before sleeping */

void ppcc_mutex_lock_slowly(atomic_uint *word)
{
	struct spinner spinner = {0, 0};
	for (int i = 0; i < TRIES; i++) {
		unsigned is_free = 0;
		if (atomic_load_explicit(word, memory_order_relaxed) == 0
			&& atomic_compare_exchange_weak_explicit(word, &is_free, 1, memory_order_acquire, memory_order_relaxed))
			return;
		if (!ppcc_spin(&spinner))
			break;
	}
	while (atomic_exchange_explicit(word, 2, memory_order_acquire) != 0) {
		atomic_fetch_sub_explicit(&ppcc_awake, 1, memory_order_relaxed);
		ppcc_futex_wait(word, 2);
		atomic_fetch_add_explicit(&ppcc_awake, 1, memory_order_relaxed);
	}
}

void ppcc_mutex_wake(atomic_uint *word)
{
	ppcc_futex_wake(word, 1);
}
