/*
 * depend.c - dependences between sibling tasks (OpenMP 5.2, 15.9).
 *
 * A task that makes tasks with dependences has a table from addresses to the tasks that last wrote and have since read
 * them; only the thread that runs that task touches it.  Each task with dependences has a node: how many unfinished tasks
 * it waits for, and whom to tell when it has finished.  mutexinoutset is served as inout: the order of creation is one of
 * those that mutual exclusion allows.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "mutex.h"
#include "team.h"
#include "wait.h"

#include <stdlib.h>

struct node_list {
	struct node **items;
	int count, capacity;
};

struct node {
	atomic_int refs;
	atomic_int waiting; /* unfinished predecessors, and 1 while they are being counted */
	int lock;
	bool finished;      /* with `after`: under the lock */
	bool in_place;      /* the creator waits for it, and then runs the task */
	struct task *task;  /* valid until it has finished */
	struct node_list after;
};

/* What has been done to one address so far. */
struct entry {
	struct entry *next;
	const void *address;
	struct node_list writers; /* the last task that wrote, or the last set of inoutset tasks */
	struct node_list before;  /* what each of that set waits for */
	struct node_list readers; /* since then */
	bool is_set;
};

struct table {
	struct entry **buckets;
	unsigned size, count; /* size: a power of two */
	struct node *all;     /* the last task that depends on all memory */
};

struct task_links {
	struct node *node;   /* of the task itself */
	struct table table;  /* of its children */
};

static void *grow(void *memory, size_t size)
{
	void *grown = realloc(memory, size);
	if (!grown)
		ppcc_fatal("out of memory for the dependences of tasks");
	return grown;
}

static void drop(struct node *node)
{
	if (!node)
		return;
	happens_before(&node->refs);
	if (atomic_fetch_sub(&node->refs, 1) == 1) {
		happens_after(&node->refs); /* the memory goes back to an allocator that ThreadSanitizer watches */
		free(node->after.items);
		free(node);
	}
}

static void clear(struct node_list *list)
{
	for (int i = 0; i < list->count; i++)
		drop(list->items[i]);
	list->count = 0;
}

static bool is_finished(struct node *node)
{
	ppcc_mutex_lock(&node->lock);
	bool finished = node->finished;
	ppcc_mutex_unlock(&node->lock);
	return finished;
}

static void append(struct node_list *list, struct node *node)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? 2 * list->capacity : 4;
		list->items = grow(list->items, (size_t)list->capacity * sizeof(struct node *));
	}
	atomic_fetch_add(&node->refs, 1);
	list->items[list->count++] = node;
}

/* Takes finished nodes out of a list that is full. */
static void tidy(struct node_list *list)
{
	int kept = 0;
	if (list->count < list->capacity)
		return;
	for (int i = 0; i < list->count; i++)
		if (is_finished(list->items[i]))
			drop(list->items[i]);
		else
			list->items[kept++] = list->items[i];
	list->count = kept;
}

/* ------------------------------------------------------------------------------------------- tables */

static unsigned bucket_of(const struct table *table, const void *address)
{
	uint64_t hash = (uint64_t)(uintptr_t)address * 0x9e3779b97f4a7c15u;
	return (unsigned)(hash >> 32) & (table->size - 1);
}

static void enlarge(struct table *table)
{
	struct table larger = {.size = table->size ? 2 * table->size : 16};
	larger.buckets = grow(NULL, larger.size * sizeof *larger.buckets);
	for (unsigned i = 0; i < larger.size; i++)
		larger.buckets[i] = NULL;
	for (unsigned i = 0; i < table->size; i++)
		for (struct entry *entry = table->buckets[i], *next; entry; entry = next) {
			next = entry->next;
			entry->next = larger.buckets[bucket_of(&larger, entry->address)];
			larger.buckets[bucket_of(&larger, entry->address)] = entry;
		}
	free(table->buckets);
	table->buckets = larger.buckets;
	table->size = larger.size;
}

static struct entry *find(struct table *table, const void *address)
{
	if (table->count >= table->size)
		enlarge(table);
	struct entry **bucket = &table->buckets[bucket_of(table, address)];
	for (struct entry *entry = *bucket; entry; entry = entry->next)
		if (entry->address == address)
			return entry;
	struct entry *entry = grow(NULL, sizeof *entry);
	*entry = (struct entry){.next = *bucket, .address = address};
	*bucket = entry;
	table->count++;
	return entry;
}

static void empty(struct table *table)
{
	for (unsigned i = 0; i < table->size; i++)
		for (struct entry *entry = table->buckets[i], *next; entry; entry = next) {
			struct node_list *lists[] = {&entry->writers, &entry->before, &entry->readers};
			next = entry->next;
			for (int l = 0; l < 3; l++) {
				clear(lists[l]);
				free(lists[l]->items);
			}
			free(entry);
		}
	free(table->buckets);
	drop(table->all);
	*table = (struct table){0};
}

void ppcc_links_release(struct task *task)
{
	struct task_links *links = task->links;
	if (!links)
		return;
	empty(&links->table);
	drop(links->node);
	free(links);
	task->links = NULL;
}

static struct task_links *links_of(struct task *task)
{
	if (!task->links) {
		task->links = grow(NULL, sizeof *task->links);
		*task->links = (struct task_links){0};
	}
	return task->links;
}

/* ------------------------------------------------------------------------------------------- edges */

static void wait_for(struct node *node, struct node *earlier)
{
	if (!earlier || earlier == node)
		return;
	ppcc_mutex_lock(&earlier->lock);
	if (!earlier->finished) {
		append(&earlier->after, node);
		atomic_fetch_add(&node->waiting, 1);
		if (ppcc_watched())
			ppcc_event_dependence(earlier->task, node->task);
	} else {
		happens_after(&earlier->finished);
	}
	ppcc_mutex_unlock(&earlier->lock);
}

static void wait_for_all(struct node *node, const struct node_list *list)
{
	for (int i = 0; i < list->count; i++)
		wait_for(node, list->items[i]);
}

/* A list becomes another, which is left empty. */
static void move(struct node_list *to, struct node_list *from)
{
	struct node_list old = *to;
	clear(&old);
	*to = *from;
	*from = (struct node_list){old.items, 0, old.capacity};
}

static void add_out(struct entry *entry, struct node *node)
{
	wait_for_all(node, &entry->readers);
	wait_for_all(node, &entry->writers);
	clear(&entry->readers);
	clear(&entry->writers);
	clear(&entry->before);
	append(&entry->writers, node);
	entry->is_set = false;
}

/* The members of an inoutset do not wait for each other, only for what was before the first of them. */
static void add_to_set(struct entry *entry, struct node *node)
{
	if (!entry->is_set || entry->readers.count > 0) {
		bool read = entry->readers.count > 0;
		move(&entry->before, read ? &entry->readers : &entry->writers);
		clear(&entry->writers);
		clear(&entry->readers);
		entry->is_set = true;
	}
	wait_for_all(node, &entry->before);
	tidy(&entry->writers);
	append(&entry->writers, node);
}

static void add_all_memory(struct table *table, struct node *node)
{
	for (unsigned i = 0; i < table->size; i++)
		for (struct entry *entry = table->buckets[i]; entry; entry = entry->next) {
			wait_for_all(node, &entry->readers);
			wait_for_all(node, &entry->writers);
			clear(&entry->readers);
			clear(&entry->writers);
			clear(&entry->before);
			entry->is_set = false;
		}
	wait_for(node, table->all);
	drop(table->all);
	atomic_fetch_add(&node->refs, 1);
	table->all = node;
}

static void add(struct table *table, struct node *node, const struct ppcc_depend *depend)
{
	if (depend->kind == PPCC_DEPEND_OBJECT)
		depend = depend->address;
	if (!depend->address) {
		add_all_memory(table, node);
		return;
	}
	struct entry *entry = find(table, depend->address);
	wait_for(node, table->all);
	switch (depend->kind) {
	case PPCC_DEPEND_IN:
		wait_for_all(node, &entry->writers);
		tidy(&entry->readers);
		append(&entry->readers, node);
		break;
	case PPCC_DEPEND_INOUTSET: add_to_set(entry, node); break;
	default: add_out(entry, node);
	}
}

/* One predecessor fewer, or all of them counted; true: the task may run now. */
static bool count_down(struct node *node)
{
	happens_before(&node->waiting);
	if (atomic_fetch_sub(&node->waiting, 1) != 1)
		return false;
	happens_after(&node->waiting);
	return true;
}

void ppcc_links_finish(struct member *me, struct task *task)
{
	struct node *node = task->links->node;
	if (!node)
		return;
	ppcc_mutex_lock(&node->lock);
	happens_before(&node->finished);
	node->finished = true;
	ppcc_mutex_unlock(&node->lock);
	for (int i = 0; i < node->after.count; i++) {
		struct node *later = node->after.items[i];
		struct member *creator = later->task->creator;
		bool in_place = later->in_place;
		if (count_down(later)) {
			if (in_place)
				ppcc_unpark(creator);
			else
				ppcc_task_enqueue(me, later->task);
		}
		drop(later);
	}
	node->after.count = 0;
	task->links->node = NULL;
	drop(node);
}

/* ------------------------------------------------------------------------------------------- tasks */

/* ppcc_condition: nothing that the node *argument waits for is left. */
static bool may_run(struct member *me, void *argument)
{
	struct node *node = argument;
	(void)me;
	return atomic_load(&node->waiting) == 0;
}

void ppcc_task_depend(struct ppcc_thread *self, ppcc_region *body, const void *data, unsigned long size, int flags, int priority,
	const struct ppcc_depend *depends, int count)
{
	struct member *me = member_of(self);
	if (self->team_size == 1) { /* every earlier task has run */
		ppcc_task(self, body, data, size, flags, priority);
		return;
	}
	struct task *task = ppcc_task_make(me, body, data, size, flags, priority);
	struct node *node = grow(NULL, sizeof *node);
	*node = (struct node){.task = task, .in_place = flags & PPCC_TASK_UNDEFERRED || task->bits & TASK_IS_FINAL};
	atomic_init(&node->refs, 1);
	atomic_init(&node->waiting, 1);
	links_of(task)->node = node;
	if (ppcc_watched()) {
		ppcc_event_task_create(me, task, flags, true, CALLER);
		ppcc_event_dependences(task, depends, count);
	}
	if (!node->in_place)
		ppcc_task_announce(me, task);
	struct table *table = &links_of(me->task)->table;
	for (int i = 0; i < count; i++)
		add(table, node, &depends[i]);
	bool ready = count_down(node);
	if (node->in_place) {
		if (!ready)
			ppcc_wait(me, TASKS_DESCENDANTS, PARKED_FOR_CHILDREN, may_run, node);
		happens_after(&node->waiting);
		ppcc_task_run(me, task);
	} else if (ready) {
		ppcc_task_enqueue(me, task);
	}
}

static void nothing(struct ppcc_thread *me, void *data)
{
	(void)me;
	(void)data;
}

void ppcc_taskwait_depend(struct ppcc_thread *self, const struct ppcc_depend *depends, int count, _Bool nowait)
{
	ppcc_task_depend(self, nothing, NULL, 0, nowait ? 0 : PPCC_TASK_UNDEFERRED, 0, depends, count);
}
