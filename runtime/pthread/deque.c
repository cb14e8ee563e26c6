#include "deque.h"

#include "../common/error.h"

static struct deque_entry *entry(struct deque *deque, int64_t index)
{
	struct deque_entry *entries = atomic_load_explicit(&deque->entries, memory_order_acquire);
	return &entries[index & (DEQUE_CAPACITY - 1)];
}

void ppcc_deque_push(struct deque *deque, struct task *task, int root)
{
	int64_t bottom = deque_bottom(deque);
	if (!atomic_load_explicit(&deque->entries, memory_order_relaxed)) {
		struct deque_entry *entries = ppcc_allocate_aligned(64, DEQUE_CAPACITY * sizeof *entries);
		atomic_store_explicit(&deque->entries, entries, memory_order_release);
	}
	struct deque_entry *slot = entry(deque, bottom);
	atomic_store_explicit(&slot->task, task, memory_order_relaxed);
	atomic_store_explicit(&slot->root, root, memory_order_relaxed);
	atomic_store(&deque->bottom, bottom + 1);
}

struct task *ppcc_deque_pop(struct deque *deque, int64_t base)
{
	int64_t bottom = deque_bottom(deque);
	if (bottom <= base || bottom <= atomic_load_explicit(&deque->top, memory_order_relaxed))
		return NULL;
	bottom--;
	atomic_store(&deque->bottom, bottom);
	int64_t top = atomic_load(&deque->top);
	if (top > bottom) {
		atomic_store_explicit(&deque->bottom, bottom + 1, memory_order_release);
		return NULL;
	}
	struct task *task = atomic_load_explicit(&entry(deque, bottom)->task, memory_order_relaxed);
	if (top == bottom) {
		if (!atomic_compare_exchange_strong(&deque->top, &top, top + 1))
			task = NULL;
		atomic_store_explicit(&deque->bottom, bottom + 1, memory_order_release);
	}
	return task;
}

struct task *ppcc_deque_steal(struct deque *deque, int root)
{
	int64_t top = atomic_load(&deque->top);
	if (top >= atomic_load(&deque->bottom))
		return NULL;
	struct deque_entry *slot = entry(deque, top);
	struct task *task = atomic_load_explicit(&slot->task, memory_order_relaxed);
	if (root >= 0 && atomic_load_explicit(&slot->root, memory_order_relaxed) != root)
		return NULL;
	return atomic_compare_exchange_strong(&deque->top, &top, top + 1) ? task : NULL;
}

struct task *ppcc_deque_steal_above(struct deque *deque, int64_t base, atomic_uint *version, unsigned seen)
{
	int64_t top = atomic_load(&deque->top);
	if (top < base || top >= atomic_load(&deque->bottom))
		return NULL;
	struct task *task = atomic_load_explicit(&entry(deque, top)->task, memory_order_relaxed);
	if (atomic_load(version) != seen)
		return NULL;
	return atomic_compare_exchange_strong(&deque->top, &top, top + 1) ? task : NULL;
}
