/*
 * taskmemory.c - one block of memory per task, its data included.
 *
 * Blocks of TASK_CLASSES sizes come from slabs and are used again; larger ones, and every block in a build with
 * AddressSanitizer, are allocated and freed one by one.  A block goes back to the pool it came from: the creator's own list,
 * or, from another thread, the list `returned`, which the owner takes over as a whole when its own list is empty.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "team.h"

#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

enum { SMALLEST = 128, SLAB_BYTES = 8192 };

struct slab {
	alignas(LINE) struct slab *older;
	alignas(LINE) char blocks[SLAB_BYTES];
};

static size_t block_size(int pool)
{
	return (size_t)SMALLEST << pool;
}

/* The smallest class whose blocks hold size bytes; TASK_CLASSES: none does. */
static int class_of(size_t size)
{
	int pool = 0;
#ifdef __SANITIZE_ADDRESS__
	return TASK_CLASSES;
#endif
	while (pool < TASK_CLASSES && size > block_size(pool))
		pool++;
	return pool;
}

static void take_returned(struct task_pool *pool)
{
	struct task *task = atomic_exchange_explicit(&pool->returned, NULL, memory_order_acquire);
	while (task) {
		struct task *next = task->next;
		task->next = pool->free[task->pool];
		pool->free[task->pool] = task;
		task = next;
	}
}

static void add_slab(struct task_pool *pool, int class)
{
	struct slab *slab = ppcc_allocate_aligned(LINE, sizeof *slab);
	slab->older = pool->slabs;
	pool->slabs = slab;
	for (size_t offset = 0; offset < SLAB_BYTES; offset += block_size(class)) {
		struct task *task = (struct task *)(void *)(slab->blocks + offset);
		task->pool = (unsigned)class & 0x03;
		task->next = pool->free[class];
		pool->free[class] = task;
	}
}

struct task *ppcc_task_allocate(struct member *me, size_t size)
{
	struct task_pool *pool = &me->pool;
	size_t total = LINE + size;
	int class = ppcc_tool.result ? TASK_CLASSES : class_of(total);
	struct task *task;
	if (class == TASK_CLASSES) {
		size_t before = ppcc_tool.result ? LINE : 0; /* for the tool */
		char *block = total < size ? NULL : aligned_alloc(LINE, before + (total + LINE - 1) / LINE * LINE);
		if (!block)
			ppcc_fatal("out of memory for a task (%zu bytes of data)", size);
		task = (struct task *)(void *)(block + before);
		task->pool = TASK_CLASSES;
		return task;
	}
	if (!pool->free[class]) {
		take_returned(pool);
		if (!pool->free[class])
			add_slab(pool, class);
	}
	task = pool->free[class];
	pool->free[class] = task->next;
	happens_after(&task->body); /* what used the block before */
	return task;
}

void ppcc_task_deallocate(struct member *me, struct task *task)
{
	struct member *owner = task->creator;
	if (task->pool == TASK_CLASSES) {
		happens_after(&task->body);
		free((char *)task - (ppcc_tool.result ? LINE : 0));
	} else if (owner == me) {
		task->next = me->pool.free[task->pool];
		me->pool.free[task->pool] = task;
	} else {
		struct task *first = atomic_load_explicit(&owner->pool.returned, memory_order_relaxed);
		do
			task->next = first;
		while (!atomic_compare_exchange_weak_explicit(&owner->pool.returned, &first, task, memory_order_release,
			memory_order_relaxed));
	}
}

void ppcc_task_pool_release(struct task_pool *pool)
{
	while (pool->slabs) {
		struct slab *older = pool->slabs->older;
		free(pool->slabs);
		pool->slabs = older;
	}
}
