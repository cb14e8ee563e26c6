/*
 * task.c - explicit tasks (OpenMP 5.2, 12).
 *
 * A deferred task goes to the bottom of its creator's deque; the creator takes the youngest, others steal the oldest.
 * Undeferred and included tasks, all tasks of a team of one, and new ones while the deque is full run in place, on data
 * copied like any other's.
 *
 * A tied task that waits for its children may only start its descendants (12.9): on its own deque those are the entries
 * above the place where the deque stood when the task began.  Of other threads it may rob those that run a child stolen
 * from it, of the entries above the place where their deques stood then; and any with the same implicit task as root, when
 * it is an implicit task itself.  At a barrier a thread may start any task.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "links.h"
#include "mutex.h"
#include "wait.h"

#include <stdlib.h>
#include <string.h>

static void *data_of(struct task *task)
{
	return (char *)task + LINE;
}

static struct icv_block *block_of(const struct task *task)
{
	return (struct icv_block *)((char *)(uintptr_t)task->icv - offsetof(struct icv_block, icv));
}

void ppcc_task_release_icv(struct task *task)
{
	if (!(task->bits & TASK_HAS_BLOCK))
		return;
	struct icv_block *block = block_of(task);
	if (atomic_fetch_sub_explicit(&block->refs, 1, memory_order_acq_rel) == 1)
		free(block);
	task->bits &= (unsigned char)~TASK_HAS_BLOCK & 0x3f;
}

static void free_task(struct member *me, struct task *task)
{
	ppcc_task_release_icv(task);
	if (task->links)
		ppcc_links_release(task);
	ppcc_task_deallocate(me, task);
}

/* The public type holds a plain long. */
static atomic_long *pending(struct ppcc_taskgroup *group)
{
	return (atomic_long *)(void *)&group->pending;
}

/* ------------------------------------------------------------------------------------------- running */

/* False: the task is cancelled before it has begun. */
static bool execute(struct member *me, struct task *task)
{
	struct task *outer = me->task;
	int64_t base = me->base;
	struct ppcc_loop *loop = me->loop;
	struct ppcc_taskgroup *awaited = me->awaited;
	me->awaited = NULL;
	me->task = task;
	me->base = deque_bottom(&me->deque);
	me->loop = NULL;
	if (ppcc_watched())
		ppcc_event_task_switch(me, outer, ompt_task_switch, task);
	bool cancelled = ppcc_global.cancellation && ppcc_task_cancelled(me, task);
	if ((task->bits & TASK_KEEPS) || !cancelled)
		task->body(&me->self, data_of(task));
	if (ppcc_watched())
		ppcc_event_task_switch(me, task, ompt_task_complete, outer);
	me->task = outer;
	me->base = base;
	me->loop = loop;
	me->awaited = awaited;
	if (task->links && task->links->export)
		ppcc_transparent_end(me, task);
	return !cancelled;
}

/* The task itself no longer needs its memory; children that have not finished may. */
static void let_go(struct member *me, struct task *task)
{
	if (task->links)
		ppcc_links_finish(me, task);
	happens_before(&task->body);
	if (atomic_load_explicit(&task->refs, memory_order_acquire) == 1
		|| atomic_fetch_sub_explicit(&task->refs, 1, memory_order_acq_rel) == 1)
		free_task(me, task);
}

void ppcc_task_complete(struct member *me, struct task *task)
{
	struct task *parent = task->parent;
	struct member *creator = task->creator;
	struct ppcc_taskgroup *group = task->group;
	struct team *team = creator->team;
	let_go(me, task);
	happens_before(&parent->refs);
	unsigned refs = atomic_fetch_sub(&parent->refs, 1);
	if (refs == 1)
		free_task(me, parent);
	else if (refs == 2 && creator != me && atomic_load(&creator->park) == PARKED_FOR_CHILDREN)
		ppcc_unpark(creator);
	if (group) {
		happens_before(group);
		if (atomic_fetch_sub(pending(group), 1) == 1)
			ppcc_notify(team, PARKED_FOR_CHILDREN);
	}
	happens_before(&team->task_generation);
}

void ppcc_task_run_announced(struct member *me, struct task *task)
{
	struct task_links *links;
	happens_after(&task->body);
	bool ran = execute(me, task);
	links = task->links;
	if (links && links->event && !ppcc_detach_body_done(task, ran))
		return; /* who fulfils the event completes it */
	ppcc_task_complete(me, task);
	atomic_store_explicit(&me->finished, atomic_load_explicit(&me->finished, memory_order_relaxed) + 1,
		memory_order_release);
}

void ppcc_task_run(struct member *me, struct task *task)
{
	execute(me, task);
	let_go(me, task);
}

/* Those that a thread finds ready while it starts one wait for their turn: a chain of them is no recursion. */
void ppcc_task_start(struct task *task)
{
	static _Thread_local struct task *first, **last; /* last: null while none is started */
	bool outermost = !last;
	if (outermost)
		last = &first;
	task->next = NULL;
	*last = task;
	last = &task->next;
	while (outermost && (task = first)) {
		first = task->next;
		if (!first)
			last = &first;
		if (ppcc_task_cancelled(task->creator, task))
			ppcc_task_end_elsewhere(task);
		else
			task->links->start(task, data_of(task));
	}
	if (outermost)
		last = NULL;
}

/* ------------------------------------------------------------------------------------------- finding */

static void set_origin(struct member *me, struct task *origin, int64_t base)
{
	unsigned version = atomic_load_explicit(&me->origin_version, memory_order_relaxed);
	atomic_store(&me->origin_version, version + 1);
	atomic_store_explicit(&me->origin, origin, memory_order_release);
	atomic_store_explicit(&me->origin_base, base, memory_order_release);
	atomic_store(&me->origin_version, version + 2);
}

static void run_stolen(struct member *me, struct task *task)
{
	struct task *origin = atomic_load_explicit(&me->origin, memory_order_relaxed);
	int64_t base = atomic_load_explicit(&me->origin_base, memory_order_relaxed);
	set_origin(me, task->parent, deque_bottom(&me->deque));
	ppcc_task_run_announced(me, task);
	set_origin(me, origin, base);
}

/* Steals a descendant of the waiting explicit task that `me` runs. */
static struct task *steal_back(struct member *me, struct member *victim)
{
	unsigned version = atomic_load(&victim->origin_version);
	if ((version & 1) || atomic_load(&victim->origin) != me->task)
		return NULL;
	return ppcc_deque_steal_above(&victim->deque, atomic_load(&victim->origin_base), &victim->origin_version, version);
}

static struct task *steal_from(struct member *me, struct member *victim, enum task_choice choice)
{
	if (choice != TASKS_DESCENDANTS)
		return ppcc_deque_steal(&victim->deque, -1);
	if (me->task->bits & TASK_EXPLICIT)
		return steal_back(me, victim);
	return ppcc_deque_steal(&victim->deque, me->task->root);
}

static struct task *steal(struct member *me, enum task_choice choice)
{
	struct team *team = me->team;
	unsigned size = (unsigned)team->size;
	for (unsigned tried = 0; tried < size; tried++) {
		if (me->victim >= size)
			me->victim = 0;
		struct member *victim = team->members[me->victim];
		struct task *task = victim == me ? NULL : steal_from(me, victim, choice);
		if (task)
			return task;
		me->victim++;
	}
	return NULL;
}

/* Whether the task that `me` runs, and which waits, may start this one.  Ancestors further up are not known here, and
   need not be: such a task delays only those who run it or wait for its group. */
static bool known_descendant(const struct member *me, const struct task *task)
{
	return task->parent == me->task || (task->group && task->group == me->awaited);
}

/* The first urgent task that may be started. */
static struct task *take_urgent(struct member *me, enum task_choice choice)
{
	struct team *team = me->team;
	struct task *task, **link = &team->urgent;
	ppcc_mutex_lock(&team->urgent_lock.state);
	while ((task = *link) && choice == TASKS_DESCENDANTS && !known_descendant(me, task))
		link = &task->next;
	if (task) {
		*link = task->next;
		atomic_fetch_sub(&team->urgent_count, 1);
	}
	ppcc_mutex_unlock(&team->urgent_lock.state);
	return task;
}

bool ppcc_task_startable(struct member *me)
{
	struct team *team = me->team;
	bool found = false;
	if (atomic_load(&team->urgent_count) == 0)
		return false;
	ppcc_mutex_lock(&team->urgent_lock.state);
	for (const struct task *task = team->urgent; task && !found; task = task->next)
		found = known_descendant(me, task);
	ppcc_mutex_unlock(&team->urgent_lock.state);
	return found;
}

static void run_queued(struct member *me, struct task *task)
{
	if (task->creator == me)
		ppcc_task_run_announced(me, task);
	else
		run_stolen(me, task);
}

bool ppcc_task_run_one(struct member *me, enum task_choice choice)
{
	struct task *task = NULL;
	if (atomic_load_explicit(&me->team->urgent_count, memory_order_relaxed) > 0)
		task = take_urgent(me, choice);
	if (!task)
		task = ppcc_deque_pop(&me->deque, choice == TASKS_DESCENDANTS ? me->base : INT64_MIN);
	if (!task)
		task = steal(me, choice);
	if (!task)
		return false;
	run_queued(me, task);
	return true;
}

bool ppcc_tasks_queued(struct team *team)
{
	if (atomic_load(&team->urgent_count) > 0)
		return true;
	for (int i = 0; i < team->size; i++)
		if (!deque_empty(&team->members[i]->deque))
			return true;
	return false;
}

bool ppcc_tasks_complete(struct team *team)
{
	/* First all that has finished, then all that was created: equal sums mean that nothing was going on in between. */
	unsigned long long finished = atomic_load(&team->fulfilled), created = 0;
	for (int i = 0; i < team->capacity; i++)
		finished += atomic_load(&team->members[i]->finished);
	for (int i = 0; i < team->capacity; i++)
		created += atomic_load(&team->members[i]->created);
	if (finished != created)
		return false;
	happens_after(&team->task_generation);
	return true;
}

/* ------------------------------------------------------------------------------------------- after the region */

/* Opens the team to a worker that has finished its part; false when the region has ended. */
static bool enter_again(struct member *me)
{
	atomic_fetch_add(&me->team->helpers, 1);
	if (atomic_load(&me->team->task_generation) == me->generation)
		return true;
	atomic_fetch_sub(&me->team->helpers, 1);
	return false;
}

bool ppcc_task_help(struct member *me)
{
	if (!enter_again(me))
		return false;
	bool ran = ppcc_task_run_one(me, TASKS_ANY);
	atomic_fetch_sub(&me->team->helpers, 1);
	if (ran)
		ppcc_unpark(me->team->first);
	return ran;
}

bool ppcc_task_help_wanted(struct member *me)
{
	if (!enter_again(me))
		return false;
	bool queued = ppcc_tasks_queued(me->team);
	atomic_fetch_sub(&me->team->helpers, 1);
	return queued;
}

/* ------------------------------------------------------------------------------------------- making */

static void enqueue_urgent(struct team *team, struct task *task)
{
	struct task **link = &team->urgent;
	ppcc_mutex_lock(&team->urgent_lock.state);
	while (*link && (*link)->priority >= task->priority)
		link = &(*link)->next;
	task->next = *link;
	*link = task;
	atomic_fetch_add(&team->urgent_count, 1);
	ppcc_mutex_unlock(&team->urgent_lock.state);
}

/* False when there are too many waiting tasks already. */
static bool has_room(struct member *me, const struct task *task)
{
	return task->priority > 0 ? atomic_load(&me->team->urgent_count) < DEQUE_CAPACITY : !deque_full(&me->deque);
}

void ppcc_task_announce(struct member *me, struct task *task)
{
	struct team *team = me->team;
	struct task *parent = task->parent;
	if (atomic_load_explicit(&team->task_generation, memory_order_relaxed) != me->generation)
		atomic_store(&team->task_generation, me->generation);
	atomic_fetch_add_explicit(&parent->refs, 1, memory_order_relaxed);
	if (task->group)
		atomic_fetch_add_explicit(pending(task->group), 1, memory_order_relaxed);
	atomic_store_explicit(&me->created, atomic_load_explicit(&me->created, memory_order_relaxed) + 1, memory_order_release);
}

void ppcc_task_enqueue(struct member *me, struct task *task)
{
	if (!me) { /* a thread that has no deque here */
		struct team *team = task->creator->team;
		happens_before(&task->body);
		enqueue_urgent(team, task);
		ppcc_notify_one(team);
		return;
	}
	if (!has_room(me, task)) {
		run_queued(me, task);
		return;
	}
	happens_before(&task->body);
	if (task->priority > 0)
		enqueue_urgent(me->team, task);
	else
		ppcc_deque_push(&me->deque, task, task->root);
	ppcc_notify_one(me->team);
}

struct task *ppcc_task_make(struct member *me, ppcc_region *body, const void *data, unsigned long size, int flags, int priority)
{
	struct task *parent = me->task, *task = ppcc_task_allocate(me, size);
	bool final = (flags & PPCC_TASK_FINAL) || (parent->bits & TASK_IS_FINAL);
	int highest = ppcc_global.max_task_priority < UCHAR_MAX ? ppcc_global.max_task_priority : UCHAR_MAX;

	ppcc_taskgraph_alter(parent);
	atomic_init(&task->refs, 1);
	task->bits = (TASK_EXPLICIT | (final ? TASK_IS_FINAL : 0) | (flags & PPCC_TASK_KEEPS ? TASK_KEEPS : 0) | (parent->bits & TASK_HAS_BLOCK)) & 0x3f;
	task->priority = (unsigned char)(priority < 0 ? 0 : priority < highest ? priority : highest);
	task->icv = parent->icv;
	task->parent = parent;
	task->group = parent->group;
	task->creator = me;
	task->body = body;
	task->root = parent->root;
	task->links = NULL;
	if (size)
		memcpy(data_of(task), data, size);
	if (task->bits & TASK_HAS_BLOCK)
		atomic_fetch_add_explicit(&block_of(task)->refs, 1, memory_order_relaxed);
	return task;
}

void ppcc_task(struct ppcc_thread *self, ppcc_region *body, const void *data, unsigned long size, int flags, int priority)
{
	struct member *me = member_of(self);
	if (flags & (PPCC_TASK_IMPORT | PPCC_TASK_EXPORT)) {
		ppcc_task_depend(self, body, data, size, flags, priority, NULL, 0);
		return;
	}
	struct task *task = ppcc_task_make(me, body, data, size, flags, priority);
	if (ppcc_watched())
		ppcc_event_task_create(me, task, flags, false, CALLER);
	if (self->team_size == 1 || task->bits & TASK_IS_FINAL || (flags & PPCC_TASK_UNDEFERRED) || !has_room(me, task)) {
		ppcc_task_run(me, task);
		return;
	}
	ppcc_task_announce(me, task);
	ppcc_task_enqueue(me, task);
}

/* ------------------------------------------------------------------------------------------- waiting */

/* ppcc_condition: the task that `me` runs has no children left. */
static bool no_children(struct member *me, void *unused)
{
	(void)unused;
	return atomic_load(&me->task->refs) == 1;
}

void ppcc_taskwait(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	ppcc_taskgraph_alter(me->task);
	if (ppcc_watched())
		ppcc_event_sync_begin(me, ompt_sync_region_taskwait, CALLER);
	if (!no_children(me, NULL)) /* most have none: the leaves of a tree */
		ppcc_wait(me, TASKS_DESCENDANTS, PARKED_FOR_CHILDREN, no_children, NULL);
	happens_after(&me->task->refs);
	if (ppcc_watched())
		ppcc_event_sync_end(me, ompt_sync_region_taskwait, CALLER);
}

void ppcc_taskyield(struct ppcc_thread *self)
{
	struct member *me = member_of(self);
	if (self->team_size > 1 && ppcc_has_tasks(me))
		ppcc_task_run_one(me, TASKS_DESCENDANTS);
}

/* ppcc_condition: every task of the team has finished. */
static bool no_tasks(struct member *me, void *unused)
{
	(void)unused;
	return ppcc_tasks_complete(me->team);
}

void ppcc_drain(struct member *me)
{
	if (ppcc_has_tasks(me))
		ppcc_wait(me, TASKS_ANY, PARKED_FOR_ANY, no_tasks, NULL);
}

void ppcc_taskgroup_begin(struct ppcc_thread *self, struct ppcc_taskgroup *group)
{
	struct task *task = member_of(self)->task;
	ppcc_taskgraph_alter(task);
	group->outer = task->group;
	group->pending = 0;
	group->cancelled = 0;
	group->count = 0;
	task->group = group;
	if (ppcc_watched())
		ppcc_event_region(member_of(self), ompt_sync_region_taskgroup, ompt_scope_begin, CALLER);
}

/* ppcc_condition: the tasks of the group *argument have finished. */
static bool group_finished(struct member *me, void *group)
{
	(void)me;
	return atomic_load(pending(group)) == 0;
}

void ppcc_taskgroup_end(struct ppcc_thread *self, struct ppcc_taskgroup *group)
{
	struct member *me = member_of(self);
	if (ppcc_watched())
		ppcc_event_sync_begin(me, ompt_sync_region_taskgroup, CALLER);
	me->awaited = group;
	ppcc_wait(me, TASKS_DESCENDANTS, PARKED_FOR_CHILDREN, group_finished, group);
	happens_after(group);
	me->awaited = NULL;
	me->task->group = group->outer;
	if (group->count > 0)
		ppcc_group_combine(group);
	if (ppcc_watched())
		ppcc_event_sync_end(me, ompt_sync_region_taskgroup, CALLER);
}
