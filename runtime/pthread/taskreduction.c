/*
 * taskreduction.c - reductions in which tasks take part (OpenMP 5.2, 5.5.9 - 5.5.11), and the tasks of a taskloop (12.6).
 *
 * A taskgroup's copies are a table of threads by items.  A thread writes only its own row; who looks for an item by the
 * address of another thread's copy may read it at any time.
 */
#include "../common/error.h"
#include "team.h"

#include <stdlib.h>

/* The public type holds plain pointers. */
static void *_Atomic *slot(struct ppcc_taskgroup *group, int thread, int item)
{
	return (void *_Atomic *)(void *)&group->copies[(size_t)thread * (size_t)group->count + (size_t)item];
}

void ppcc_taskgroup_reduce(struct ppcc_thread *self, struct ppcc_taskgroup *group, struct ppcc_reduction *items, int count)
{
	group->items = items;
	group->count = count;
	group->threads = self->team_size;
	group->allocations = NULL;
	group->copies = ppcc_allocate_aligned(LINE, (size_t)group->threads * (size_t)count * sizeof(void *));
}

static bool is_item(struct ppcc_taskgroup *group, int item, const void *address)
{
	if (group->items[item].original == address)
		return true;
	for (int thread = 0; thread < group->threads; thread++)
		if (atomic_load_explicit(slot(group, thread, item), memory_order_acquire) == address)
			return true;
	return false;
}

/* Where the copies of an item come from. */
struct ppcc_allocation {
	bool given;
	__UINTPTR_TYPE__ allocator;
	unsigned long alignment;
};

void ppcc_taskgroup_allocate(struct ppcc_taskgroup *group, int item, __UINTPTR_TYPE__ allocator, unsigned long alignment)
{
	if (!group->allocations)
		group->allocations = ppcc_allocate_aligned(LINE, (size_t)group->count * sizeof *group->allocations);
	group->allocations[item] = (struct ppcc_allocation){true, allocator, alignment};
}

static bool is_allocated(const struct ppcc_taskgroup *group, int item)
{
	return group->allocations && group->allocations[item].given;
}

static void *new_copy(const struct ppcc_taskgroup *group, int number)
{
	const struct ppcc_reduction *item = &group->items[number];
	const struct ppcc_allocation *from = is_allocated(group, number) ? &group->allocations[number] : NULL;
	char *copy = from ? ppcc_variable_new(from->allocator, from->alignment, item->size * item->count, NULL)
			  : ppcc_allocate_aligned(LINE, item->size * item->count), *original = item->original;
	for (unsigned long i = 0; i < item->count; i++)
		item->initialise(copy + i * item->size, original + i * item->size);
	return copy;
}

void *ppcc_reduction_copy(struct ppcc_thread *self, void *original)
{
	for (struct ppcc_taskgroup *group = member_of(self)->task->group; group; group = group->outer)
		for (int item = 0; item < group->count; item++) {
			if (!is_item(group, item, original))
				continue;
			void *_Atomic *mine = slot(group, self->number, item);
			void *copy = atomic_load_explicit(mine, memory_order_relaxed);
			if (!copy) {
				copy = new_copy(group, item);
				atomic_store_explicit(mine, copy, memory_order_release);
			}
			return copy;
		}
	ppcc_fatal("in_reduction: no enclosing region reduces the variable");
}

void ppcc_group_combine(struct ppcc_taskgroup *group)
{
	for (int thread = 0; thread < group->threads; thread++)
		for (int number = 0; number < group->count; number++) {
			const struct ppcc_reduction *item = &group->items[number];
			char *copy = atomic_load_explicit(slot(group, thread, number), memory_order_acquire), *original = item->original;
			for (unsigned long i = 0; copy && i < item->count; i++)
				item->combine(original + i * item->size, copy + i * item->size);
			if (is_allocated(group, number))
				omp_free(copy, omp_null_allocator);
			else
				free(copy);
		}
	free(group->copies);
	free(group->allocations);
}

/* ------------------------------------------------------------------------------------------- taskloop */

enum { TASKS_PER_THREAD = 8 }; /* when the program does not say how many */

static ppcc_count number_of_tasks(const struct ppcc_thread *self, ppcc_count count, int division, ppcc_count amount)
{
	ppcc_count tasks;
	switch (division) {
	case PPCC_TASKLOOP_GRAIN: tasks = count / amount; break; /* each has amount .. 2 * amount - 1 */
	case PPCC_TASKLOOP_TASKS: tasks = amount; break;
	default: tasks = self->team_size > 1 ? (ppcc_count)self->team_size * TASKS_PER_THREAD : 1;
	}
	return tasks == 0 ? 1 : tasks < count ? tasks : count;
}

void ppcc_taskloop(struct ppcc_thread *self, ppcc_region *body, void *data, unsigned long size, ppcc_count count, int division,
	long long amount, int flags, int priority)
{
	struct ppcc_range *range = data;
	ppcc_count given = amount < 1 ? 1 : (ppcc_count)amount;
	range->count = count;
	if (division == PPCC_TASKLOOP_GRAIN_STRICT) {
		for (range->begin = 0; range->begin < count; range->begin = range->end) {
			range->end = count - range->begin > given ? range->begin + given : count;
			ppcc_task(self, body, data, size, flags, priority);
		}
		return;
	}
	ppcc_count tasks = count > 0 ? number_of_tasks(self, count, division, given) : 0, share = tasks ? count / tasks : 0;
	ppcc_count longer = tasks ? count % tasks : 0;
	range->begin = 0;
	for (ppcc_count task = 0; task < tasks; task++) {
		range->end = range->begin + share + (task < longer);
		ppcc_task(self, body, data, size, flags, priority);
		range->begin = range->end;
	}
}
