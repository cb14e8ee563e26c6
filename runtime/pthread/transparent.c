/*
 * transparent.c - transparent tasks (OpenMP 6.0): dependences between tasks that are no siblings.
 *
 * A child of an importing task may depend on tasks that came before its parent: the parent keeps a copy, a *view*, of its
 * siblings' table as it was when it was made.  A task may depend on children of an exporting task that came before it:
 * the exporting task has an *export* in its siblings' table.  While its body runs, later siblings subscribe to it; at the
 * body's end its table of children is the export's view, and what the subscribers wait for is looked up there.
 */
#include "happens.h"
#include "links.h"
#include "mutex.h"

#include <stdlib.h>
#include <string.h>

struct subscriber {
	struct node *node; /* waits once more until the body has ended */
	struct ppcc_depend *depends; /* owned */
	int count;
};

struct export {
	atomic_int refs;
	int lock;
	struct view *view; /* null: the body has not ended; under the lock, and unchanged once it is there */
	struct subscriber *subscribers;
	int count, capacity;
};

static struct view *new_view(struct view *outer)
{
	struct view *view = ppcc_links_grow(NULL, sizeof *view);
	*view = (struct view){.outer = outer};
	atomic_init(&view->refs, 1);
	if (outer)
		atomic_fetch_add(&outer->refs, 1);
	return view;
}

void ppcc_view_drop(struct view *view)
{
	while (view) {
		happens_before(&view->refs);
		if (atomic_fetch_sub(&view->refs, 1) != 1)
			return;
		happens_after(&view->refs);
		struct view *outer = view->outer;
		ppcc_table_empty(&view->table);
		free(view);
		view = outer;
	}
}

void ppcc_export_drop(struct export *export)
{
	if (!export)
		return;
	happens_before(&export->refs);
	if (atomic_fetch_sub(&export->refs, 1) != 1)
		return;
	happens_after(&export->refs);
	ppcc_view_drop(export->view);
	free(export->subscribers);
	free(export);
}

/* ------------------------------------------------------------------------------------------- looking up */

static void match_table(struct node *node, const struct table *table, const struct ppcc_depend *depends, int count);

static void match_entry(struct node *node, const struct entry *entry, bool reads)
{
	ppcc_node_wait_for_all(node, &entry->writers);
	if (reads)
		return;
	ppcc_node_wait_for_all(node, &entry->readers);
	ppcc_node_wait_for_all(node, &entry->before);
}

static void subscribe(struct export *export, struct node *node, const struct ppcc_depend *depends, int count)
{
	ppcc_mutex_lock(&export->lock);
	bool open = !export->view;
	if (open) {
		if (export->count == export->capacity) {
			export->capacity = export->capacity ? 2 * export->capacity : 4;
			export->subscribers = ppcc_links_grow(export->subscribers, (size_t)export->capacity * sizeof *export->subscribers);
		}
		struct ppcc_depend *copy = ppcc_links_grow(NULL, (size_t)count * sizeof *copy);
		memcpy(copy, depends, (size_t)count * sizeof *copy);
		export->subscribers[export->count++] = (struct subscriber){node, copy, count};
		atomic_fetch_add(&node->refs, 1);
		atomic_fetch_add(&node->waiting, 1);
	}
	ppcc_mutex_unlock(&export->lock);
	if (!open)
		match_table(node, &export->view->table, depends, count);
}

static void match_table(struct node *node, const struct table *table, const struct ppcc_depend *depends, int count)
{
	for (int i = 0; i < count; i++) {
		const struct entry *entry = depends[i].address ? ppcc_table_find(table, depends[i].address) : NULL;
		if (table->all)
			ppcc_node_wait_for(node, table->all);
		if (entry)
			match_entry(node, entry, depends[i].kind == PPCC_DEPEND_IN);
		for (unsigned b = 0; !depends[i].address && b < table->size; b++)
			for (entry = table->buckets[b]; entry; entry = entry->next)
				match_entry(node, entry, false);
	}
	for (int i = 0; i < table->export_count; i++)
		subscribe(table->exports[i], node, depends, count);
}

void ppcc_transparent_match(struct node *node, const struct task *parent, const struct ppcc_depend *depends, int count)
{
	const struct table *table = &parent->links->table;
	for (int i = 0; i < table->export_count; i++)
		subscribe(table->exports[i], node, depends, count);
	for (const struct view *view = parent->links->imported; view; view = view->outer)
		match_table(node, &view->table, depends, count);
}

/* ------------------------------------------------------------------------------------------- tables */

static void copy_list(struct node_list *to, const struct node_list *from)
{
	for (int i = 0; i < from->count; i++)
		ppcc_node_append(to, from->items[i]);
}

static struct entry *copy_entry(const struct entry *from)
{
	struct entry *entry = ppcc_links_grow(NULL, sizeof *entry);
	*entry = (struct entry){.address = from->address};
	copy_list(&entry->writers, &from->writers);
	copy_list(&entry->before, &from->before);
	copy_list(&entry->readers, &from->readers);
	return entry;
}

static void add_export(struct table *table, struct export *export)
{
	table->exports = ppcc_links_grow(table->exports, (size_t)(table->export_count + 1) * sizeof(struct export *));
	table->exports[table->export_count++] = export;
	atomic_fetch_add(&export->refs, 1);
}

static void copy_table(struct table *to, const struct table *from)
{
	*to = (struct table){.size = from->size, .count = from->count, .all = from->all};
	if (to->all)
		atomic_fetch_add(&to->all->refs, 1);
	to->buckets = from->size ? ppcc_links_grow(NULL, from->size * sizeof *to->buckets) : NULL;
	for (unsigned i = 0; i < from->size; i++) {
		struct entry **tail = &to->buckets[i];
		for (const struct entry *entry = from->buckets[i]; entry; entry = entry->next) {
			*tail = copy_entry(entry);
			tail = &(*tail)->next;
		}
		*tail = NULL;
	}
	for (int i = 0; i < from->export_count; i++)
		add_export(to, from->exports[i]);
}

static bool all_finished(const struct node_list *list)
{
	for (int i = 0; i < list->count; i++)
		if (!ppcc_node_is_finished(list->items[i]))
			return false;
	return true;
}

/* Whether nobody need wait for the export any more. */
static bool is_spent(struct export *export)
{
	ppcc_mutex_lock(&export->lock);
	const struct view *view = export->view;
	ppcc_mutex_unlock(&export->lock);
	if (!view || (view->table.all && !ppcc_node_is_finished(view->table.all)))
		return false;
	for (unsigned i = 0; i < view->table.size; i++)
		for (const struct entry *entry = view->table.buckets[i]; entry; entry = entry->next)
			if (!all_finished(&entry->writers) || !all_finished(&entry->readers))
				return false;
	for (int i = 0; i < view->table.export_count; i++)
		if (!is_spent(view->table.exports[i]))
			return false;
	return true;
}

/* Takes spent exports out, now and then. */
static void tidy(struct table *table)
{
	int kept = 0;
	if (table->export_count < 8 || (table->export_count & (table->export_count - 1)))
		return;
	for (int i = 0; i < table->export_count; i++)
		if (is_spent(table->exports[i]))
			ppcc_export_drop(table->exports[i]);
		else
			table->exports[kept++] = table->exports[i];
	table->export_count = kept;
}

/* ------------------------------------------------------------------------------------------- tasks */

void ppcc_transparent_import(struct task *task, const struct table *siblings)
{
	struct task_links *links = ppcc_links_of(task), *outer = task->parent->links;
	links->imported = new_view(outer ? outer->imported : NULL);
	copy_table(&links->imported->table, siblings);
}

void ppcc_transparent_export(struct task *task, struct table *siblings)
{
	struct export *export = ppcc_links_grow(NULL, sizeof *export);
	*export = (struct export){0};
	atomic_init(&export->refs, 1);
	ppcc_links_of(task)->export = export;
	tidy(siblings);
	add_export(siblings, export);
}

void ppcc_transparent_end(struct member *me, struct task *task)
{
	struct export *export = task->links->export;
	struct view *view = new_view(NULL);
	view->table = task->links->table;
	task->links->table = (struct table){0};
	ppcc_mutex_lock(&export->lock);
	export->view = view;
	struct subscriber *subscribers = export->subscribers;
	int count = export->count;
	export->subscribers = NULL;
	export->count = 0;
	ppcc_mutex_unlock(&export->lock);
	for (int i = 0; i < count; i++) {
		match_table(subscribers[i].node, &view->table, subscribers[i].depends, subscribers[i].count);
		ppcc_node_count_down(me, subscribers[i].node);
		ppcc_node_drop(subscribers[i].node);
		free(subscribers[i].depends);
	}
	free(subscribers);
}
