/*
 * worker.c - the threads of a team: how they are made, what they do between regions, how they end.
 *
 * A worker is member 1 and up of one team for all its life.  It runs a region when its `go` changes to that region's
 * generation, and tells the end of its part by `done`.  Until the whole region has ended it runs tasks; after that it
 * waits for the next one.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "team.h"
#include "wait.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

void ppcc_start_task(struct member *me, const struct icv *icv)
{
	struct task *task = &me->implicit;
	ppcc_task_release_icv(task);
	ppcc_links_release(task);
	task->icv = icv;
	task->group = NULL;
	me->task = task;
	me->base = deque_bottom(&me->deque);
	me->loop = NULL;
}

/* ppcc_condition: a region waits for the worker. */
static bool called(struct member *me, void *unused)
{
	(void)unused;
	return atomic_load(&me->go) != me->generation;
}

static void *run_worker(void *argument)
{
	struct member *me = argument;
	ppcc_current = me;
	if (ppcc_watched())
		ppcc_event_thread_begin(ompt_thread_worker);
	for (;;) {
		ppcc_wait(me, TASKS_AFTER_REGION, PARKED_FOR_ANY, called, NULL);
		me->generation = atomic_load_explicit(&me->go, memory_order_acquire);
		happens_after(&me->team->generation);
		if (!me->region)
			break;
		ppcc_start_task(me, me->icv);
		ppcc_places_bind(me);
		if (ppcc_global.display_affinity)
			ppcc_places_show(me);
		if (ppcc_watched())
			ppcc_event_implicit_begin(me);
		me->region(&me->self, me->data);
		if (ppcc_watched()) {
			ppcc_event_sync_begin(me, ompt_sync_region_barrier_implicit_parallel, NULL);
			ppcc_event_sync_end(me, ompt_sync_region_barrier_implicit_parallel, NULL);
			ppcc_event_implicit_end(me);
		}
		happens_before(&me->team->joined);
		atomic_store(&me->done, me->generation);
		ppcc_unpark(me->team->first);
	}
	if (me->inner)
		ppcc_team_free(me->inner);
	me->inner = NULL;
	if (ppcc_watched())
		ppcc_event_thread_end();
	atomic_fetch_sub_explicit(&ppcc_awake, 1, memory_order_relaxed);
	return NULL;
}

static struct member *new_member(struct team *team, int number)
{
	struct member *member = ppcc_allocate_aligned(LINE, sizeof *member);
	member->self.number = number;
	member->self.team_size = 1;
	atomic_init(&member->implicit.refs, 1);
	member->implicit.creator = member;
	member->implicit.root = (unsigned short)number;
	member->team = team;
	member->task = &member->implicit;
	member->place = -1;
	member->generation = team->generation;
	atomic_init(&member->go, team->generation);
	atomic_init(&member->done, team->generation);
	return member;
}

static void set_stack_size(pthread_attr_t *attributes)
{
	size_t size = ppcc_global.stack_size;
	if (size == 0)
		return;
	if (size < (size_t)PTHREAD_STACK_MIN)
		size = (size_t)PTHREAD_STACK_MIN;
	size = (size + 65535) / 65536 * 65536;
	if (pthread_attr_setstacksize(attributes, size) != 0)
		ppcc_warn("OMP_STACKSIZE: a stack of %zu bytes is not possible; the system's stack size is used", size);
}

static void warn_once(int have, int wanted, int error)
{
	static atomic_flag warned = ATOMIC_FLAG_INIT;
	if (!atomic_flag_test_and_set(&warned))
		ppcc_warn("cannot make a thread (%s): %d instead of %d threads are used", strerror(error), have, wanted);
}

void ppcc_team_grow(struct team *team, int size)
{
	pthread_attr_t attributes;
	struct member **members = realloc(team->members, (size_t)size * sizeof *members);
	if (!members)
		ppcc_fatal("out of memory for %d threads", size);
	team->members = members;
	pthread_attr_init(&attributes);
	set_stack_size(&attributes);
	while (team->capacity < size) {
		struct member *member = new_member(team, team->capacity);
		if (team->capacity > 0) {
			atomic_fetch_add_explicit(&ppcc_awake, 1, memory_order_relaxed);
			int error = pthread_create(&member->worker, &attributes, run_worker, member);
			if (error) {
				atomic_fetch_sub_explicit(&ppcc_awake, 1, memory_order_relaxed);
				free(member);
				warn_once(team->capacity, size, error);
				break;
			}
		}
		if (team->capacity == 0)
			team->first = member;
		members[team->capacity++] = member;
	}
	pthread_attr_destroy(&attributes);
}
