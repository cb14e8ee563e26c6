/*
 * depend.c - dependences between sibling tasks (OpenMP 5.2, 15.9).
 *
 * A task that makes tasks with dependences has a table from addresses to the tasks that last wrote and have since read
 * them; only the thread that runs that task touches it.  Each task with dependences has a node: how many unfinished tasks
 * it waits for, and whom to tell when it has finished.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "links.h"
#include "mutex.h"
#include "wait.h"

#include <stdlib.h>
#include <string.h>

void *ppcc_links_grow(void *memory, size_t size)
{
	void *grown = realloc(memory, size);
	if (!grown)
		ppcc_fatal("out of memory for the dependences of tasks");
	return grown;
}

void ppcc_node_drop(struct node *node)
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
		ppcc_node_drop(list->items[i]);
	list->count = 0;
}

bool ppcc_node_is_finished(struct node *node)
{
	ppcc_mutex_lock(&node->lock);
	bool finished = node->finished;
	ppcc_mutex_unlock(&node->lock);
	return finished;
}

void ppcc_node_append(struct node_list *list, struct node *node)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? 2 * list->capacity : 4;
		list->items = ppcc_links_grow(list->items, (size_t)list->capacity * sizeof(struct node *));
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
		if (ppcc_node_is_finished(list->items[i]))
			ppcc_node_drop(list->items[i]);
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
	larger.buckets = ppcc_links_grow(NULL, larger.size * sizeof *larger.buckets);
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

struct entry *ppcc_table_find(const struct table *table, const void *address)
{
	struct entry *entry = table->size ? table->buckets[bucket_of(table, address)] : NULL;
	while (entry && entry->address != address)
		entry = entry->next;
	return entry;
}

static struct entry *find_or_add(struct table *table, const void *address)
{
	struct entry *entry = ppcc_table_find(table, address);
	if (entry)
		return entry;
	if (table->count >= table->size)
		enlarge(table);
	struct entry **bucket = &table->buckets[bucket_of(table, address)];
	entry = ppcc_links_grow(NULL, sizeof *entry);
	*entry = (struct entry){.next = *bucket, .address = address};
	*bucket = entry;
	table->count++;
	return entry;
}

void ppcc_table_empty(struct table *table)
{
	for (unsigned i = 0; i < table->size; i++)
		for (struct entry *entry = table->buckets[i], *next; entry; entry = next) {
			struct node_list *lists[] = {&entry->writers, &entry->before, &entry->readers};
			next = entry->next;
			for (int l = 0; l < 3; l++) {
				clear(lists[l]);
				free(lists[l]->items);
			}
			ppcc_exclusion_drop(entry->exclusion);
			free(entry);
		}
	free(table->buckets);
	ppcc_node_drop(table->all);
	for (int i = 0; i < table->export_count; i++)
		ppcc_export_drop(table->exports[i]);
	free(table->exports);
	*table = (struct table){0};
}

void ppcc_links_release(struct task *task)
{
	struct task_links *links = task->links;
	if (!links)
		return;
	ppcc_table_empty(&links->table);
	ppcc_node_drop(links->node);
	ppcc_view_drop(links->imported);
	ppcc_export_drop(links->export);
	free(links);
	task->links = NULL;
}

struct task_links *ppcc_links_of(struct task *task)
{
	if (!task->links) {
		task->links = ppcc_links_grow(NULL, sizeof *task->links);
		*task->links = (struct task_links){0};
	}
	return task->links;
}

/* ------------------------------------------------------------------------------------------- edges */

void ppcc_node_wait_for(struct node *node, struct node *earlier)
{
	if (!earlier || earlier == node)
		return;
	ppcc_mutex_lock(&earlier->lock);
	if (!earlier->finished) {
		ppcc_node_append(&earlier->after, node);
		atomic_fetch_add(&node->waiting, 1);
		if (ppcc_watched())
			ppcc_event_dependence(earlier->task, node->task);
	} else {
		happens_after(&earlier->finished);
	}
	ppcc_mutex_unlock(&earlier->lock);
}

void ppcc_node_wait_for_all(struct node *node, const struct node_list *list)
{
	for (int i = 0; i < list->count; i++)
		ppcc_node_wait_for(node, list->items[i]);
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
	ppcc_node_wait_for_all(node, &entry->readers);
	ppcc_node_wait_for_all(node, &entry->writers);
	clear(&entry->readers);
	clear(&entry->writers);
	clear(&entry->before);
	ppcc_node_append(&entry->writers, node);
	entry->set = SET_NONE;
}

/* The members of an inoutset do not wait for each other, only for what was before the first of them.  Those of a
   mutexinoutset take turns. */
static void add_to_set(struct entry *entry, struct node *node, enum set_kind kind)
{
	if (entry->set != kind || entry->readers.count > 0) {
		bool read = entry->readers.count > 0;
		move(&entry->before, read ? &entry->readers : &entry->writers);
		clear(&entry->writers);
		clear(&entry->readers);
		entry->set = kind;
	}
	ppcc_node_wait_for_all(node, &entry->before);
	tidy(&entry->writers);
	ppcc_node_append(&entry->writers, node);
	if (kind == SET_EXCLUSIVE) {
		if (!entry->exclusion)
			entry->exclusion = ppcc_exclusion_new();
		ppcc_exclusion_add(node, entry->exclusion);
	}
}

static void add_all_memory(struct table *table, struct node *node)
{
	for (unsigned i = 0; i < table->size; i++)
		for (struct entry *entry = table->buckets[i]; entry; entry = entry->next) {
			ppcc_node_wait_for_all(node, &entry->readers);
			ppcc_node_wait_for_all(node, &entry->writers);
			clear(&entry->readers);
			clear(&entry->writers);
			clear(&entry->before);
			entry->set = SET_NONE;
		}
	ppcc_node_wait_for(node, table->all);
	ppcc_node_drop(table->all);
	atomic_fetch_add(&node->refs, 1);
	table->all = node;
}

static void add(struct table *table, struct node *node, const struct ppcc_depend *depend)
{
	if (!depend->address) {
		add_all_memory(table, node);
		return;
	}
	struct entry *entry = find_or_add(table, depend->address);
	ppcc_node_wait_for(node, table->all);
	switch (depend->kind) {
	case PPCC_DEPEND_IN:
		ppcc_node_wait_for_all(node, &entry->writers);
		tidy(&entry->readers);
		ppcc_node_append(&entry->readers, node);
		break;
	case PPCC_DEPEND_INOUTSET: add_to_set(entry, node, SET_CONCURRENT); break;
	case PPCC_DEPEND_MUTEX: add_to_set(entry, node, SET_EXCLUSIVE); break;
	default: add_out(entry, node);
	}
}

void ppcc_node_ready(struct member *me, struct node *node)
{
	struct task *task = node->task;
	if (task->links->start) {
		ppcc_task_start(task);
		return;
	}
	if (!node->in_place) {
		ppcc_task_enqueue(me, task);
		return;
	}
	struct member *creator = task->creator;
	happens_before(&node->ready);
	atomic_store(&node->ready, true);
	ppcc_unpark(creator);
}

void ppcc_node_count_down(struct member *me, struct node *node)
{
	happens_before(&node->waiting);
	if (atomic_fetch_sub(&node->waiting, 1) != 1)
		return;
	happens_after(&node->waiting);
	if (ppcc_exclusion_take(node))
		ppcc_node_ready(me, node);
}

void ppcc_links_finish(struct member *me, struct task *task)
{
	struct node *node = task->links->node;
	if (!node)
		return;
	ppcc_exclusion_leave(me, node);
	ppcc_mutex_lock(&node->lock);
	happens_before(&node->finished);
	node->finished = true;
	ppcc_mutex_unlock(&node->lock);
	for (int i = 0; i < node->after.count; i++) {
		ppcc_node_count_down(me, node->after.items[i]);
		ppcc_node_drop(node->after.items[i]);
	}
	node->after.count = 0;
	task->links->node = NULL;
	ppcc_node_drop(node);
}

/* ------------------------------------------------------------------------------------------- tasks */

/* ppcc_condition: the node *argument has all that it waits for. */
static bool is_ready(struct member *me, void *argument)
{
	struct node *node = argument;
	(void)me;
	return atomic_load(&node->ready);
}

static struct node *new_node(struct task *task, bool in_place)
{
	struct node *node = ppcc_links_grow(NULL, sizeof *node);
	*node = (struct node){.task = task, .in_place = in_place};
	atomic_init(&node->refs, 1);
	atomic_init(&node->waiting, 1);
	atomic_init(&node->ready, false);
	ppcc_links_of(task)->node = node;
	return node;
}

/* Enters a new task among its siblings. */
static void enter(struct task *parent, struct node *node, int flags, const struct ppcc_depend *depends, int count)
{
	struct task_links *links = ppcc_links_of(parent);
	if (flags & PPCC_TASK_IMPORT)
		ppcc_transparent_import(node->task, &links->table);
	if (links->imported || links->table.export_count > 0)
		ppcc_transparent_match(node, parent, depends, count);
	for (int i = 0; i < count; i++)
		add(&links->table, node, &depends[i]);
	if (flags & PPCC_TASK_EXPORT)
		ppcc_transparent_export(node->task, &links->table);
}

/* Runs a task whose creator waits for it, when it may run. */
static void run_in_place(struct member *me, struct task *task, struct node *node)
{
	ppcc_wait(me, TASKS_DESCENDANTS, PARKED_FOR_CHILDREN, is_ready, node);
	happens_after(&node->ready);
	if (task->links->event)
		ppcc_task_run_announced(me, task);
	else
		ppcc_task_run(me, task);
}

static void make(struct member *me, struct task *task, int flags, const struct ppcc_depend *depends, int count, struct event *event)
{
	struct node *node = new_node(task, flags & PPCC_TASK_UNDEFERRED || task->bits & TASK_IS_FINAL);
	bool in_place = node->in_place;
	if (event) {
		task->links->event = event;
		event->task = task;
	}
	if (!in_place || event)
		ppcc_task_announce(me, task);
	enter(me->task, node, flags, depends, count);
	ppcc_node_count_down(me, node);
	if (in_place)
		run_in_place(me, task, node);
	else if (me->self.team_size == 1) /* nobody else does, and there may be no barrier to come */
		while (ppcc_task_run_one(me, TASKS_DESCENDANTS))
			continue;
}

/* Calls make with the dependences that depend objects stand for. */
static void make_from_objects(struct member *me, struct task *task, int flags, const struct ppcc_depend *depends, int count, struct event *event)
{
	int objects = 0;
	for (int i = 0; i < count; i++)
		objects += depends[i].kind == PPCC_DEPEND_OBJECT;
	if (objects == 0) {
		make(me, task, flags, depends, count, event);
		return;
	}
	struct ppcc_depend *plain = ppcc_links_grow(NULL, (size_t)count * sizeof *plain);
	for (int i = 0; i < count; i++) {
		plain[i] = depends[i];
		if (depends[i].kind != PPCC_DEPEND_OBJECT)
			continue;
		if (!depends[i].address)
			ppcc_fatal("depend(depobj: ...): the object has not been initialised");
		plain[i] = *(const struct ppcc_depend *)depends[i].address;
	}
	make(me, task, flags, plain, count, event);
	free(plain);
}

/* A tool gets to know the task. */
static void tell(struct member *me, struct task *task, int flags, const struct ppcc_depend *depends, int count, const void *caller)
{
	ppcc_event_task_create(me, task, flags, count > 0, caller);
	if (count > 0)
		ppcc_event_dependences(task, depends, count);
}

void ppcc_task_depend(struct ppcc_thread *self, ppcc_region *body, const void *data, unsigned long size, int flags, int priority,
	const struct ppcc_depend *depends, int count)
{
	struct member *me = member_of(self);
	struct task *task = ppcc_task_make(me, body, data, size, flags, priority);
	if (ppcc_watched())
		tell(me, task, flags, depends, count, CALLER);
	if (self->team_size == 1 && !ppcc_has_tasks(me)) /* every earlier task has finished */
		ppcc_task_run(me, task);
	else
		make_from_objects(me, task, flags, depends, count, NULL);
}

void ppcc_task_detach(struct ppcc_thread *self, ppcc_region *body, const void *data, unsigned long size, int flags, int priority,
	const struct ppcc_depend *depends, int count, __UINTPTR_TYPE__ event)
{
	struct member *me = member_of(self);
	struct task *task = ppcc_task_make(me, body, data, size, flags, priority);
	if (ppcc_watched())
		tell(me, task, flags, depends, count, CALLER);
	make_from_objects(me, task, flags, depends, count, (struct event *)event);
}

void ppcc_task_elsewhere(struct ppcc_thread *self, ppcc_start *start, const void *data, size_t size, const struct ppcc_depend *depends, int count)
{
	struct member *me = member_of(self);
	struct task *task = ppcc_task_make(me, NULL, data, size, 0, 0);
	ppcc_links_of(task)->start = start;
	make_from_objects(me, task, 0, depends, count, NULL);
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
