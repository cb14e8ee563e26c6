/*
 * exclusion.c - mutexinoutset (OpenMP 5.2, 15.9.5): tasks that may run in any order, but not at the same time.
 *
 * A task takes its addresses one after the other, in a fixed order, when it waits for nothing else.  Where one is taken
 * it queues up, and is given the address by the task that leaves it.
 */
#include "happens.h"
#include "links.h"
#include "mutex.h"

#include <stdlib.h>

struct exclusion *ppcc_exclusion_new(void)
{
	struct exclusion *exclusion = ppcc_links_grow(NULL, sizeof *exclusion);
	*exclusion = (struct exclusion){0};
	atomic_init(&exclusion->refs, 1);
	return exclusion;
}

void ppcc_exclusion_drop(struct exclusion *exclusion)
{
	if (!exclusion)
		return;
	happens_before(&exclusion->refs);
	if (atomic_fetch_sub(&exclusion->refs, 1) != 1)
		return;
	happens_after(&exclusion->refs);
	free(exclusion->queue.items);
	free(exclusion);
}

void ppcc_exclusion_add(struct node *node, struct exclusion *exclusion)
{
	int at = node->exclusion_count;
	for (int i = 0; i < at; i++)
		if (node->exclusions[i] == exclusion)
			return;
	node->exclusions = ppcc_links_grow(node->exclusions, (size_t)(at + 1) * sizeof(struct exclusion *));
	for (; at > 0 && node->exclusions[at - 1] > exclusion; at--)
		node->exclusions[at] = node->exclusions[at - 1];
	node->exclusions[at] = exclusion;
	node->exclusion_count++;
	atomic_fetch_add(&exclusion->refs, 1);
}

bool ppcc_exclusion_take(struct node *node)
{
	while (node->held < node->exclusion_count) {
		struct exclusion *exclusion = node->exclusions[node->held];
		ppcc_mutex_lock(&exclusion->lock);
		bool taken = exclusion->held;
		if (taken)
			ppcc_node_append(&exclusion->queue, node);
		exclusion->held = true;
		ppcc_mutex_unlock(&exclusion->lock);
		if (taken)
			return false; /* from here on another thread may have the node */
		happens_after(exclusion);
		node->held++;
	}
	return true;
}

/* The first of the queue gets the address; null: nobody waits for it. */
static struct node *hand_over(struct exclusion *exclusion)
{
	struct node *next = NULL;
	happens_before(exclusion);
	ppcc_mutex_lock(&exclusion->lock);
	if (exclusion->queue.count > 0) {
		next = exclusion->queue.items[0];
		exclusion->queue.count--;
		for (int i = 0; i < exclusion->queue.count; i++)
			exclusion->queue.items[i] = exclusion->queue.items[i + 1];
	}
	exclusion->held = next;
	ppcc_mutex_unlock(&exclusion->lock);
	return next;
}

void ppcc_exclusion_leave(struct member *me, struct node *node)
{
	for (int i = 0; i < node->exclusion_count; i++) {
		struct exclusion *exclusion = node->exclusions[i];
		struct node *next = hand_over(exclusion);
		if (next) {
			happens_after(exclusion);
			next->held++;
			if (ppcc_exclusion_take(next))
				ppcc_node_ready(me, next);
			ppcc_node_drop(next);
		}
		ppcc_exclusion_drop(exclusion);
	}
	free(node->exclusions);
	node->exclusions = NULL;
	node->exclusion_count = node->held = 0;
}
