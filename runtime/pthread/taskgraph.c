/*
 * taskgraph.c - taskgraph regions: the tasks that their first execution makes are recorded and made again by later ones
 * (OpenMP 6.0, 14.3).
 *
 * A construct has a record for each graph_id.  The generated code tells of each task that it makes in the region itself.
 * While it does, the bit TASK_RECORDED of the current task says that nothing else was met there that a replay would have to
 * do: whatever makes a task or waits for some in another way clears it (ppcc_taskgraph_alter), and the record is dropped.
 * Such a region is executed each time.
 *
 * A record is also dropped when a variable that a recorded expression mentions has moved or has another value.  Who finds the
 * record in use by another thread executes the region without one.
 */
#include "../common/error.h"
#include "happens.h"
#include "mutex.h"

#include <stdlib.h>
#include <string.h>

/* One task, or, without a body, a taskwait. */
struct entry {
	int construct;
	ppcc_region *body;
	void *data; /* owned, as the next two that are pointers */
	unsigned long size;
	int flags, priority, count;
	struct ppcc_depend *depends;
};

/* Where the values behind a part were, and what they were. */
struct seen {
	const void *address;
	unsigned long size;
	void *bytes; /* owned */
};

struct record {
	struct record *next;
	long long id;
	bool busy, complete;
	struct entry *entries; /* owned, as parts */
	int count, capacity;
	struct seen *parts;
	int part_count;
};

static void *copy_of(const void *from, unsigned long size)
{
	void *copy = ppcc_allocate_aligned(LINE, size ? size : 1);
	if (size)
		memcpy(copy, from, size);
	return copy;
}

static void clear(struct record *record)
{
	for (int i = 0; i < record->count; i++) {
		free(record->entries[i].data);
		free(record->entries[i].depends);
	}
	for (int i = 0; i < record->part_count; i++)
		free(record->parts[i].bytes);
	free(record->parts);
	record->parts = NULL;
	record->count = record->part_count = 0;
	record->complete = false;
}

/* The two functions that look at variables of the program.  Tasks that are still running may be changing these: a value that
   was read too early or too late only means that the region records again, so ThreadSanitizer need not be told. */
__attribute__((no_sanitize("thread"))) static bool still_holds(const struct seen *seen)
{
	const volatile char *now = seen->address;
	const char *before = seen->bytes;
	for (unsigned long i = 0; i < seen->size; i++)
		if (now[i] != before[i])
			return false;
	return true;
}

__attribute__((no_sanitize("thread"))) static void *value_of(const struct ppcc_part *part)
{
	const volatile char *now = part->address;
	char *copy = ppcc_allocate_aligned(LINE, part->size ? part->size : 1);
	for (unsigned long i = 0; i < part->size; i++)
		copy[i] = now[i];
	return copy;
}

static bool is_unchanged(const struct record *record, const struct ppcc_part *parts, int count)
{
	if (record->part_count != count)
		return false;
	for (int i = 0; i < count; i++) {
		const struct seen *seen = &record->parts[i];
		if (seen->address != parts[i].address || seen->size != parts[i].size || !still_holds(seen))
			return false;
	}
	return true;
}

static void remember(struct record *record, const struct ppcc_part *parts, int count)
{
	record->parts = count ? ppcc_allocate((size_t)count * sizeof *record->parts) : NULL;
	record->part_count = count;
	for (int i = 0; i < count; i++)
		record->parts[i] = (struct seen){parts[i].address, parts[i].size, value_of(&parts[i])};
}

/* The record of an identifier, made where there is none, for the caller alone; null: another thread has it. */
static struct record *take(struct ppcc_taskgraph *graph, long long id)
{
	struct record *record;
	ppcc_mutex_lock(&graph->lock);
	for (record = graph->records; record && record->id != id;)
		record = record->next;
	if (!record) {
		record = ppcc_allocate(sizeof *record);
		*record = (struct record){.next = graph->records, .id = id};
		graph->records = record;
	}
	bool free_to_use = !record->busy;
	record->busy = true;
	ppcc_mutex_unlock(&graph->lock);
	return free_to_use ? record : NULL;
}

_Bool ppcc_taskgraph_begin(struct ppcc_thread *self, struct ppcc_taskgraph *graph, struct ppcc_taskgraph_run *run, long long id, int flags,
	const struct ppcc_part *parts, int count)
{
	struct task *task = member_of(self)->task;
	bool nested = task->bits & TASK_RECORDED;
	ppcc_taskgraph_alter(task);
	*run = (struct ppcc_taskgraph_run){.graph = graph};
	struct record *record = nested || (flags & PPCC_TASKGRAPH_PLAIN) ? NULL : take(graph, id);
	if (!record)
		return true;
	happens_after(record);
	run->record = record;
	run->replays = record->complete && !(flags & PPCC_TASKGRAPH_RESET) && is_unchanged(record, parts, count);
	if (run->replays)
		return false;
	clear(record);
	remember(record, parts, count);
	task->bits |= TASK_RECORDED;
	return true;
}

void ppcc_taskgraph_end(struct ppcc_thread *self, struct ppcc_taskgraph_run *run)
{
	struct task *task = member_of(self)->task;
	struct record *record = run->record;
	if (!record)
		return;
	if (!run->replays) {
		record->complete = task->bits & TASK_RECORDED;
		if (!record->complete)
			clear(record);
	}
	ppcc_taskgraph_alter(task);
	happens_before(record);
	ppcc_mutex_lock(&run->graph->lock);
	record->busy = false;
	ppcc_mutex_unlock(&run->graph->lock);
}

/* ------------------------------------------------------------------------------------------- recording */

static bool is_recorded(const struct task *task, const struct ppcc_taskgraph_run *run)
{
	return run->record && !run->replays && (task->bits & TASK_RECORDED);
}

static void add(struct record *record, const struct entry *entry)
{
	if (record->count == record->capacity) {
		record->capacity = record->capacity ? 2 * record->capacity : 8;
		struct entry *entries = realloc(record->entries, (size_t)record->capacity * sizeof *entries);
		if (!entries)
			ppcc_fatal("out of memory (the record of a taskgraph)");
		record->entries = entries;
	}
	record->entries[record->count++] = *entry;
}

static void make(struct ppcc_thread *self, const struct entry *entry)
{
	if (!entry->body)
		ppcc_taskwait(self);
	else if (entry->count > 0)
		ppcc_task_depend(self, entry->body, entry->data, entry->size, entry->flags, entry->priority, entry->depends, entry->count);
	else
		ppcc_task(self, entry->body, entry->data, entry->size, entry->flags, entry->priority);
}

/* Makes it as a part of the record. */
static void make_recorded(struct ppcc_thread *self, const struct entry *entry, bool recorded)
{
	struct task *task = member_of(self)->task;
	make(self, entry);
	if (recorded)
		task->bits |= TASK_RECORDED;
}

void ppcc_taskgraph_task(struct ppcc_thread *self, struct ppcc_taskgraph_run *run, int construct, ppcc_region *body, const void *data,
	unsigned long size, int flags, int priority, const struct ppcc_depend *depends, int count)
{
	bool recorded = is_recorded(member_of(self)->task, run);
	struct entry entry = {construct, body, (void *)(uintptr_t)data, size, flags, priority, count, (struct ppcc_depend *)(uintptr_t)depends};
	make_recorded(self, &entry, recorded);
	if (!recorded)
		return;
	entry.data = copy_of(data, size);
	entry.depends = copy_of(depends, (size_t)count * sizeof *depends);
	add(run->record, &entry);
}

void ppcc_taskgraph_wait(struct ppcc_thread *self, struct ppcc_taskgraph_run *run)
{
	bool recorded = is_recorded(member_of(self)->task, run);
	const struct entry entry = {.construct = -1};
	make_recorded(self, &entry, recorded);
	if (recorded)
		add(run->record, &entry);
}

/* ------------------------------------------------------------------------------------------- replaying */

_Bool ppcc_taskgraph_next(struct ppcc_taskgraph_run *run)
{
	const struct record *record = run->record;
	if (run->next == record->count)
		return false;
	const struct entry *entry = &record->entries[run->next++];
	run->construct = entry->construct;
	run->data = entry->data;
	return true;
}

void ppcc_taskgraph_replay(struct ppcc_thread *self, struct ppcc_taskgraph_run *run)
{
	const struct record *record = run->record;
	make(self, &record->entries[run->next - 1]);
}
