/*
 * group.c - groupprivate variables (OpenMP 6.0, 7.15).  The contention group that the program begins in has the variable
 * itself; each team of a league has copies, made when they are first asked for.
 */
#include "../common/error.h"
#include "team.h"

#include <stdlib.h>

struct group_copy {
	struct group_copy *next;
	void *original, *storage;
};

enum { ALIGNMENT = 64 }; /* of a copy */

void *ppcc_group_copy(void *original, unsigned long size)
{
	struct group *group = ppcc_initial(ppcc_member())->group;
	struct group_copy *made = NULL;
	if (!group)
		return original;
	struct group_copy *first = atomic_load_explicit(&group->copies, memory_order_acquire);
	for (;;) {
		for (struct group_copy *copy = first; copy; copy = copy->next)
			if (copy->original == original) {
				if (made)
					free(made->storage);
				free(made);
				return copy->storage;
			}
		if (!made) {
			made = ppcc_allocate(sizeof *made);
			made->original = original;
			made->storage = ppcc_allocate_aligned(ALIGNMENT, size);
		}
		made->next = first;
		if (atomic_compare_exchange_weak_explicit(&group->copies, &first, made, memory_order_acq_rel, memory_order_acquire))
			return made->storage;
	}
}

void ppcc_group_release(struct group *group)
{
	for (struct group_copy *copy = atomic_load(&group->copies), *next; copy; copy = next) {
		next = copy->next;
		free(copy->storage);
		free(copy);
	}
	atomic_store(&group->copies, NULL);
}
