/*
 * team.c - the parallel construct (OpenMP 5.2, 10.1): choosing the size of a team, starting its members, joining them.
 *
 * The team of a thread's regions is made for the first of them and kept.  Starting writes each worker's first cache line;
 * joining reads it back.  A region that had deferred tasks is joined in two steps: when all threads have finished their
 * part and all tasks have finished, the team is closed to helpers, so that none of them is in it when the next begins.
 */
#include "../common/error.h"
#include "events.h"
#include "happens.h"
#include "team.h"
#include "wait.h"

#include <stdlib.h>

struct team *ppcc_team_new(struct member *outer, int level, int active_level)
{
	struct team *team = ppcc_allocate_aligned(LINE, sizeof *team);
	team->outer = outer;
	team->level = level;
	team->active_level = active_level;
	team->generation = 1;
	team->process = ppcc_process;
	team->size = 1;
	team->busy = outer ? outer->team->busy : &team->own_busy;
	atomic_init(&team->own_busy, 1);
	for (unsigned i = 0; i < LOOP_RING; i++)
		atomic_init(&team->loops[i].state, 4 * i + LOOP_FREE);
	atomic_init(&team->late[1].next, LATE_HALF);
	ppcc_team_grow(team, 1);
	return team;
}

static void free_member(struct member *member)
{
	if (member->inner)
		ppcc_team_free(member->inner);
	if (member->root)
		ppcc_team_free(member->root);
	ppcc_task_release_icv(&member->implicit);
	ppcc_links_release(&member->implicit);
	ppcc_task_pool_release(&member->pool);
	free(atomic_load(&member->deque.entries));
	for (int i = 0; i < LATE_RING; i++)
		free(member->late[i].items);
	free(member);
}

/* Workers that a fork has left behind in the parent process have no thread here. */
static void forget_lost_workers(struct team *team)
{
	for (int i = 1; i < team->capacity; i++) {
		struct member *member = team->members[i];
		if (member->inner)
			forget_lost_workers(member->inner);
		free_member(member);
	}
	team->capacity = 1;
	team->process = ppcc_process;
	atomic_store(&team->first->created, 0); /* the sums over all members are equal between regions */
	atomic_store(&team->first->finished, 0);
	atomic_store(&team->parked, 0);
	atomic_store(&team->helpers, 0);
}

void ppcc_team_free(struct team *team)
{
	if (team->process != ppcc_process)
		forget_lost_workers(team);
	for (int i = 1; i < team->capacity; i++) {
		struct member *member = team->members[i];
		member->region = NULL;
		atomic_store(&member->go, team->generation + 1);
		ppcc_unpark(member);
		pthread_join(member->worker, NULL);
	}
	for (int i = 0; i < team->capacity; i++)
		free_member(team->members[i]);
	for (int i = 0; i < LOOP_RING; i++)
		free(team->loops[i].doacross.progress);
	free(team->members);
	free(team);
}

/* Takes up to `wanted` threads out of what thread-limit-var leaves; the caller itself is already counted. */
static int reserve_threads(const struct team *team, int wanted, int limit)
{
	int busy = atomic_load(team->busy), size;
	do {
		int free_threads = limit > busy ? limit - busy : 0;
		size = wanted - 1 < free_threads ? wanted : free_threads + 1;
	} while (!atomic_compare_exchange_weak(team->busy, &busy, busy + size - 1));
	return size;
}

/* 10.1.1: the number of threads of a region.  asked: as in ppcc_parallel. */
static int choose_size(const struct member *outer, const struct icv *icv, int asked)
{
	int size = asked > 0 ? asked : asked < 0 ? 1 : icv->threads;
	if (size == 1 || outer->team->active_level >= icv->max_active_levels)
		return 1;
	if (icv->dynamic && size > ppcc_global.processors)
		size = ppcc_global.processors;
	return size;
}

/* The team for a region of `size` threads that `outer` begins; it may have fewer. */
static struct team *prepare(struct member *outer, int size)
{
	struct team *team = outer->inner;
	if (!team)
		team = outer->inner = ppcc_team_new(outer, outer->team->level + 1, 0);
	if (team->process != ppcc_process)
		forget_lost_workers(team);
	if (team->capacity < size) {
		ppcc_team_grow(team, size);
		if (team->capacity < size)
			size = team->capacity;
	}
	team->size = size;
	team->active_level = outer->team->active_level + (size > 1);
	if (++team->generation == 0)
		team->generation = 1;
	return team;
}

static void start(struct team *team, ppcc_region *region, void *data, const struct icv *icv)
{
	struct member *first = team->first;
	int size = team->size;
	unsigned generation = team->generation;
	happens_before(&team->generation);
	for (int i = 1; i < size; i++) {
		struct member *member = team->members[i];
		member->self.team_size = size;
		member->region = region;
		member->data = data;
		member->icv = icv;
		member->loops = first->loops;
		member->singles = first->singles;
		member->barriers = first->barriers;
		member->reductions = first->reductions;
		member->lates = first->lates;
		atomic_store(&member->go, generation);
		ppcc_unpark(member);
	}
	first->self.team_size = size;
	first->generation = generation;
	ppcc_start_task(first, icv);
}

/* ppcc_condition: every member has finished its part, and every task has finished. */
static bool all_joined(struct member *me, void *unused)
{
	struct team *team = me->team;
	(void)unused;
	while (team->joined < team->size && atomic_load(&team->members[team->joined]->done) == team->generation)
		team->joined++;
	return team->joined == team->size && (!ppcc_has_tasks(me) || ppcc_tasks_complete(team));
}

static void join(struct member *me)
{
	struct team *team = me->team;
	team->joined = 1;
	if (!all_joined(me, NULL))
		ppcc_wait(me, TASKS_ANY, PARKED_FOR_ANY, all_joined, NULL);
	happens_after(&team->joined);
	if (ppcc_has_tasks(me)) {
		struct spinner spinner = {0, 0};
		atomic_store(&team->task_generation, 0);
		while (atomic_load(&team->helpers) != 0)
			ppcc_spin(&spinner);
	}
	if (ppcc_global.cancellation)
		ppcc_cancel_forget(team);
}

/* Says that a strict number of threads cannot be had. */
static void complain(const struct ppcc_threads *threads, int size)
{
	const char *words = threads->message ? threads->message : "that number of threads cannot be had";
	if (!threads->warning)
		ppcc_fatal("num_threads(strict: %d): %s", *threads->list, words);
	ppcc_warn("num_threads(strict: %d), now %d: %s", *threads->list, size, words);
}

/* The variables of a region's tasks for which the rest of a list says how many threads nested regions have. */
static const struct icv *with_list(const struct icv *icv, const struct ppcc_threads *threads, struct icv *result)
{
	if (icv != result)
		*result = *icv;
	result->threads = threads->list[1];
	result->threads_set = true;
	result->next_threads = threads->list + 2;
	result->next_count = threads->count - 2;
	return result;
}

/* detail: the whole of the num_threads clause where a number does not say all; else null.  caller: for tools. */
static void run(ppcc_region *region, void *data, int num_threads, const struct ppcc_threads *detail, enum ppcc_proc_bind bind, const void *caller)
{
	struct member *outer = ppcc_member();
	const struct icv *icv = outer->task->icv;
	int wanted = choose_size(outer, icv, num_threads), reserved = 1;
	if (wanted > 1 && icv->thread_limit != INT_MAX)
		wanted = reserved = reserve_threads(outer->team, wanted, icv->thread_limit);

	struct team *team = prepare(outer, wanted);
	if (ppcc_global.places.count > 0 && icv->bind != omp_proc_bind_false)
		ppcc_places_assign(team, bind == PPCC_BIND_DEFAULT ? icv->bind : (omp_proc_bind_t)bind);
	if (detail && detail->strict && team->size != num_threads)
		complain(detail, team->size);
	if (ppcc_icv_inner(icv, &team->inner_icv))
		icv = &team->inner_icv;
	if (detail && detail->count > 1)
		icv = with_list(icv, detail, &team->inner_icv);
	if (ppcc_watched())
		ppcc_event_parallel_begin(outer, team, num_threads, ompt_parallel_team, caller);
	start(team, region, data, icv);

	ppcc_current = team->first;
	if (ppcc_watched())
		ppcc_event_implicit_begin(team->first);
	if (ppcc_global.display_affinity)
		ppcc_places_show(team->first);
	region(&team->first->self, data);
	if (ppcc_watched())
		ppcc_event_sync_begin(team->first, ompt_sync_region_barrier_implicit_parallel, caller);
	join(team->first);
	if (ppcc_watched()) {
		ppcc_event_sync_end(team->first, ompt_sync_region_barrier_implicit_parallel, caller);
		ppcc_event_implicit_end(team->first);
	}
	ppcc_current = outer;
	if (ppcc_watched())
		ppcc_event_parallel_end(outer, team, ompt_parallel_team, caller);
	if (reserved > 1)
		atomic_fetch_sub(team->busy, reserved - 1);
}

void ppcc_parallel(ppcc_region *region, void *data, int num_threads, enum ppcc_proc_bind bind)
{
	run(region, data, num_threads, NULL, bind, CALLER);
}

void ppcc_parallel_threads(ppcc_region *region, void *data, const struct ppcc_threads *threads, enum ppcc_proc_bind bind)
{
	run(region, data, threads->list[0], threads, bind, CALLER);
}
