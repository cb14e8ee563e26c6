/*
 * ppcc/pthread.h - what the code that ppcc writes for the pthread target calls.
 *
 * Translated programs include this header and link with libppcc.  It includes nothing but ppcc/device.h and defines only
 * names that begin with ppcc_ or PPCC_, so that it can stand before the user's own includes and feature test macros.
 *
 * Every function that takes `me` is called by the thread that `me` describes.  "Collective" means that every thread of
 * the team calls it, in the same order (OpenMP 5.2, 11, restrictions to worksharing constructs).
 * Nothing here returns an error: a thread that cannot be made gives a smaller team, memory that runs out a message on
 * stderr and exit status 1.
 */
#ifndef PPCC_PTHREAD_H
#define PPCC_PTHREAD_H

#include "device.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Number of logical iterations of a loop; iteration 0 is the first. */
typedef unsigned long long ppcc_count;

/* What a thread knows about itself in the team it works in now.  The runtime's own fields follow these two. */
struct ppcc_thread {
	int number;    /* omp_get_thread_num(): 0 .. team_size - 1 */
	int team_size; /* omp_get_num_threads() */
};

/* A region that was moved to a function of its own: the body of a parallel or task construct. */
typedef void ppcc_region(struct ppcc_thread *me, void *data);

/* The calling thread's context, for constructs outside any region of their function ("orphaned").  Never null: a thread
   that no parallel construct started is its own team of one. */
struct ppcc_thread *ppcc_self(void);

/* ------------------------------------------------------------------------------------------- parallel (10.1) */

enum ppcc_proc_bind { /* 10.1.3; the values are those of omp_proc_bind_t, except the first */
	PPCC_BIND_DEFAULT = -1,
	PPCC_BIND_FALSE = 0,
	PPCC_BIND_TRUE = 1,
	PPCC_BIND_PRIMARY = 2,
	PPCC_BIND_CLOSE = 3,
	PPCC_BIND_SPREAD = 4
};

/* Runs region(thread, data) in every thread of a new team and returns when all have finished.  num_threads: the value of
   the clause, 1 when the if clause says false, 0 when nothing was said. */
void ppcc_parallel(ppcc_region *region, void *data, int num_threads, enum ppcc_proc_bind bind);

/* What a num_threads clause with the strict modifier or with a list says (OpenMP 6.0, 12.1.2). */
struct ppcc_threads {
	const int *list;     /* the number for this region, then for regions nested in it; stays until the region has ended */
	int count;           /* numbers in the list */
	_Bool strict;        /* with another number of threads the program ends ... */
	_Bool warning;       /* ... or, with severity(warning), goes on */
	const char *message; /* what is said then; null: the numbers */
};
void ppcc_parallel_threads(ppcc_region *region, void *data, const struct ppcc_threads *threads, enum ppcc_proc_bind bind);

/* ------------------------------------------------------------------------------------------- teams (10.2) */

/* Runs region(thread, data) once for each team of a league, in the initial thread of the team.  num_teams and thread_limit:
   the values of the clauses (of num_teams the upper bound), 0 when nothing was said. */
void ppcc_teams(ppcc_region *region, void *data, int num_teams, int thread_limit);

/* The team's number in the league, and their number, in the place of a thread's number in its team. */
struct ppcc_thread ppcc_league(struct ppcc_thread *me);

/* A groupprivate variable as the calling thread's contention group has it (OpenMP 6.0, 7.15). */
void *ppcc_group_copy(void *original, unsigned long size);

/* ------------------------------------------------------------------------------------------- barrier (15.3) */

void ppcc_barrier(struct ppcc_thread *me); /* collective; runs tasks of the team while it waits */

/* ------------------------------------------------------------------------------------------- worksharing loop (11.5) */

enum ppcc_schedule { /* the values are those of omp_sched_t */
	PPCC_STATIC = 1,
	PPCC_DYNAMIC = 2,
	PPCC_GUIDED = 3,
	PPCC_AUTO = 4,
	PPCC_RUNTIME = 5,
	PPCC_ORDERED = 0x100, /* added: the loop has an ordered clause */
	PPCC_MONOTONIC = 0x200, /* added: the monotonic modifier */
	PPCC_SECTIONS = 0x400 + PPCC_DYNAMIC /* one iteration at a time, also in a team of one */
};

/* A loop that is being shared out.  begin <= k < end are the logical iterations that the thread runs next. */
struct ppcc_loop {
	ppcc_count begin, end;
	ppcc_count count;  /* iterations of the whole loop */
	ppcc_count chunk;  /* iterations per chunk, never 0 */
	ppcc_count stride; /* static chunks: from one chunk of this thread to its next */
	struct ppcc_thread *thread;
	void *shared;  /* the runtime's */
	int schedule;  /* the runtime's */
};

/* A first-party tool (OpenMP 5.2, 19) watches loops: it is told of those that the two functions below deal out. */
extern int ppcc_watches_loops;
void ppcc_watch_loop(struct ppcc_thread *me, ppcc_count count);

/* The logical iterations that a team of a league or a task of a taskloop runs, of `count`. */
struct ppcc_range {
	ppcc_count begin, end, count;
};

/* schedule(static): one contiguous share each; the first count % team_size threads have one iteration more. */
static __inline__ void ppcc_static(struct ppcc_thread *me, struct ppcc_loop *loop, ppcc_count count)
{
	/* What the compiler would conclude from the count about the bounds in the loop's body makes clang choose slower addresses. */
	__asm__("" : "+r"(count));
	ppcc_count team = (ppcc_count)me->team_size, number = (ppcc_count)me->number;
	ppcc_count share = count / team, rest = count % team;
	if (__builtin_expect(ppcc_watches_loops, 0))
		ppcc_watch_loop(me, count);
	loop->count = count;
	loop->begin = number * share + (number < rest ? number : rest);
	loop->end = loop->begin + share + (number < rest);
}

/* schedule(static, chunk): chunks are dealt round robin.  Use: begin, then while (next) run the chunk.  chunk < 1 counts as 1. */
static __inline__ void ppcc_static_chunks(struct ppcc_thread *me, struct ppcc_loop *loop, ppcc_count count, long long chunk)
{
	ppcc_count size = chunk < 1 ? 1 : (ppcc_count)chunk, number = (ppcc_count)me->number;
	if (__builtin_expect(ppcc_watches_loops, 0))
		ppcc_watch_loop(me, count);
	loop->count = count;
	loop->chunk = size > count && count > 0 ? count : size;
	loop->thread = me;
	loop->schedule = 0; /* no chunk taken yet */
	if (__builtin_mul_overflow(loop->chunk, (ppcc_count)me->team_size, &loop->stride))
		loop->stride = ~0ULL; /* further than any loop is long: no second chunk */
	if (__builtin_mul_overflow(loop->chunk, number, &loop->begin))
		loop->begin = count;
	loop->end = 0;
}

static __inline__ _Bool ppcc_static_next(struct ppcc_loop *loop)
{
	if (loop->schedule == 0)
		loop->schedule = PPCC_STATIC;
	else if (loop->count - loop->begin > loop->stride)
		loop->begin += loop->stride;
	else
		return 0;
	if (loop->begin >= loop->count)
		return 0;
	loop->end = loop->count - loop->begin > loop->chunk ? loop->begin + loop->chunk : loop->count;
	return 1;
}

/* Every other schedule.  begin and end are collective.  schedule: one of the kinds, with PPCC_ORDERED and PPCC_MONOTONIC
   added where they apply; chunk: 0 when none was written. */
void ppcc_for_begin(struct ppcc_thread *me, struct ppcc_loop *loop, ppcc_count count, int schedule, long long chunk);
_Bool ppcc_for_next(struct ppcc_loop *loop); /* false: no iterations are left */
void ppcc_for_end(struct ppcc_loop *loop);   /* no barrier */

/* distribute parallel for: a piece of the loop over the team's iterations, as iterations of the whole loop. */
static __inline__ struct ppcc_range ppcc_piece(const struct ppcc_loop *loop, const struct ppcc_range *team)
{
	struct ppcc_range piece;
	piece.begin = team->begin + loop->begin;
	piece.end = team->begin + loop->end;
	piece.count = team->count;
	return piece;
}

/* The ordered construct inside a loop begun with PPCC_ORDERED; works from any function that the loop's body calls. */
void ppcc_ordered_enter(struct ppcc_thread *me);
void ppcc_ordered_leave(struct ppcc_thread *me);

/* ordered(n) with n > the loops that are dealt out or with doacross dependences (15.10.1): instead of ppcc_for_begin.  inner:
   iterations of the loops inside, for each of the count that are dealt out.  The iterations of all n loops together are
   numbered from 0 in the order of the program. */
void ppcc_doacross_begin(struct ppcc_thread *me, struct ppcc_loop *loop, ppcc_count count, ppcc_count inner, int schedule,
	long long chunk);
void ppcc_doacross_wait(struct ppcc_loop *loop, ppcc_count number); /* sink: until that iteration has posted, or ended */
void ppcc_doacross_post(struct ppcc_loop *loop, ppcc_count number); /* source: this iteration, the one that the thread runs */

/* ------------------------------------------------------------------------------------------- single (11.1) */

_Bool ppcc_single(struct ppcc_thread *me); /* collective; true in the one thread that runs the block; no barrier */

/* copyprivate: collective.  The thread that ran the block passes the addresses of its copies, the others a null pointer;
   all get the addresses.  A barrier must follow the copying. */
void *const *ppcc_copyprivate(struct ppcc_thread *me, void *const *mine);

/* ------------------------------------------------------------------------------------------- reduction (5.5) */

/* Collective.  Each thread hands in the addresses of its partial results.  When all have, begin returns true in the
   team's thread 0, which combines partial(0), partial(1) ... in thread order and calls end; in the others begin returns
   false after that. */
_Bool ppcc_reduce_begin(struct ppcc_thread *me, void *const *partials);
void *ppcc_reduce_partial(struct ppcc_thread *me, int thread, int item);
void ppcc_reduce_end(struct ppcc_thread *me);

/* The same for nowait: the partial results, of these sizes, are copied, and nobody waits.  late returns true in the thread that
   comes last, which combines and calls end.  The combined values are there after the next barrier. */
_Bool ppcc_reduce_late(struct ppcc_thread *me, void *const *partials, const unsigned long *sizes, int count);
void *ppcc_reduce_late_partial(struct ppcc_thread *me, int thread, int item);
void ppcc_reduce_late_end(struct ppcc_thread *me);

/* ------------------------------------------------------------------------------------------- mutual exclusion (15.2, 15.8) */

struct ppcc_mutex {
	int state; /* 0 free; the rest is the runtime's */
};

extern struct ppcc_mutex ppcc_critical_unnamed;
void ppcc_critical_enter(struct ppcc_mutex *mutex);
void ppcc_critical_leave(struct ppcc_mutex *mutex);

/* atomic constructs on types that the processor has no atomic instruction for: one lock for all. */
void ppcc_atomic_enter(void);
void ppcc_atomic_leave(void);

void ppcc_flush(void); /* sequentially consistent fence */

/* ------------------------------------------------------------------------------------------- error (8.5); target: device.h */

/* The error directive at execution; does not return when fatal. */
void ppcc_error(_Bool fatal, const char *message);

/* ------------------------------------------------------------------------------------------- tasks (12) */

enum ppcc_task_flags {
	PPCC_TASK_UNDEFERRED = 1, /* the if clause says false */
	PPCC_TASK_FINAL = 2,      /* the final clause says true */
	PPCC_TASK_UNTIED = 4,
	PPCC_TASK_MERGEABLE = 8,
	PPCC_TASK_KEEPS = 16,     /* it releases copies: its function is called also when the task is discarded, and has to ask */
	PPCC_TASK_IMPORT = 32,    /* transparent (6.0): its children may depend on tasks before it */
	PPCC_TASK_EXPORT = 64     /* transparent: tasks after it may depend on its children */
};

/* The flags for a value of omp_impex_t. */
static __inline__ int ppcc_transparent(int impex)
{
	return (impex & 3) * PPCC_TASK_IMPORT;
}

/* Makes a task that runs body(thread, copy of the size bytes at data).  priority: 0 when none was written. */
void ppcc_task(struct ppcc_thread *me, ppcc_region *body, const void *data, unsigned long size, int flags, int priority);
void ppcc_taskwait(struct ppcc_thread *me);

enum ppcc_depend_kind { PPCC_DEPEND_IN, PPCC_DEPEND_OUT, PPCC_DEPEND_MUTEX, PPCC_DEPEND_INOUTSET, PPCC_DEPEND_OBJECT };

struct ppcc_depend {
	const void *address; /* null: omp_all_memory; PPCC_DEPEND_OBJECT: the value of an omp_depend_t */
	enum ppcc_depend_kind kind;
};

/* A list of dependences that iterators fill; begins as zeros. */
struct ppcc_depends {
	struct ppcc_depend *list;
	int count, capacity;
};
void ppcc_depends_add(struct ppcc_depends *depends, const void *address, enum ppcc_depend_kind kind);
void ppcc_depends_free(struct ppcc_depends *depends);

/* The number of values of an iterator (3.2.6): forward: begin < end; distance: end - begin, modulo 2^64. */
static __inline__ ppcc_count ppcc_iterations(_Bool forward, ppcc_count distance, long long step)
{
	if (distance == 0 || step == 0 || forward != (step > 0))
		return 0;
	return forward ? (distance - 1) / (ppcc_count)step + 1 : (-distance - 1) / -(ppcc_count)step + 1;
}

/* depobj (15.9.4): object is the address of an omp_depend_t. */
void ppcc_depobj_init(void *object, const void *address, enum ppcc_depend_kind kind);
void ppcc_depobj_update(void *object, enum ppcc_depend_kind kind);
void ppcc_depobj_destroy(void *object);

/* The same with dependences on earlier tasks of the task that makes it. */
void ppcc_task_depend(struct ppcc_thread *me, ppcc_region *body, const void *data, unsigned long size, int flags, int priority,
	const struct ppcc_depend *depends, int count);

/* detach (12.5.2): a new event, and a task that has finished when its body has ended and the event is fulfilled.  count may
   be 0. */
__UINTPTR_TYPE__ ppcc_new_event(void);
void ppcc_task_detach(struct ppcc_thread *me, ppcc_region *body, const void *data, unsigned long size, int flags, int priority,
	const struct ppcc_depend *depends, int count, __UINTPTR_TYPE__ event);
/* Waits for the tasks that the dependences name; nowait: only later tasks that depend on these wait. */
void ppcc_taskwait_depend(struct ppcc_thread *me, const struct ppcc_depend *depends, int count, _Bool nowait);
void ppcc_taskyield(struct ppcc_thread *me);

/* A copy of size bytes that lives until it is released: a variable length array that a task takes with it.  from: null for
   memory without a value, as the phases of a scan need it. */
void *ppcc_keep(const void *from, unsigned long size);
void ppcc_release(void *copy);

enum ppcc_division { /* of a taskloop's iterations */
	PPCC_TASKLOOP_FREE,         /* nothing was said */
	PPCC_TASKLOOP_GRAIN,        /* grainsize(n) */
	PPCC_TASKLOOP_GRAIN_STRICT, /* grainsize(strict: n) */
	PPCC_TASKLOOP_TASKS         /* num_tasks(n), strict or not */
};

/* Makes the tasks of a taskloop.  data begins with a struct ppcc_range, which is set for each of them. */
void ppcc_taskloop(struct ppcc_thread *me, ppcc_region *body, void *data, unsigned long size, ppcc_count count, int division,
	long long amount, int flags, int priority);

/* lastprivate(conditional:) on taskloop (5.4.5): the last iteration, counted from 1, of those that have set the variable. */
struct ppcc_latest {
	struct ppcc_mutex lock;
	ppcc_count when;
};

/* An item of a reduction in which tasks take part; both functions get pointers to elements. */
struct ppcc_reduction {
	void *original;
	unsigned long size, count; /* bytes of an element, elements */
	void (*initialise)(void *copy, void *original);
	void (*combine)(void *into, void *from);
};

struct ppcc_taskgroup { /* lives on the stack of the function that has the construct */
	void *outer;
	long pending;
	struct ppcc_reduction *items; /* of a reduction; the rest is the runtime's */
	void **copies;
	struct ppcc_allocation *allocations;
	int count, threads;
	int cancelled;
};
void ppcc_taskgroup_begin(struct ppcc_thread *me, struct ppcc_taskgroup *group);
void ppcc_taskgroup_end(struct ppcc_thread *me, struct ppcc_taskgroup *group);

/* taskgraph (6.0, 14.3): of the construct, a static variable that begins as zeros; and of one execution. */
struct ppcc_taskgraph {
	void *records;
	int lock;
};
struct ppcc_taskgraph_run {
	struct ppcc_taskgraph *graph;
	void *record;
	_Bool replays;
	int next;
	int construct; /* a replay: the number of the task construct whose task comes next, -1: a taskwait */
	void *data;    /* and its data, as they were recorded: what is not to be as it was then has to be set */
};
/* What a recorded expression depends on: when it is elsewhere or holds something else, nothing is replayed. */
struct ppcc_part {
	const void *address;
	unsigned long size;
};
enum ppcc_taskgraph_flags {
	PPCC_TASKGRAPH_PLAIN = 1, /* the if clause says false: no record is made or used */
	PPCC_TASKGRAPH_RESET = 2  /* graph_reset */
};
/* True: the region has to be executed; its tasks and taskwaits are made by the next two.  False: the tasks are made by replay,
   after each next that is true.  In both cases, end follows. */
_Bool ppcc_taskgraph_begin(struct ppcc_thread *me, struct ppcc_taskgraph *graph, struct ppcc_taskgraph_run *run, long long id, int flags,
	const struct ppcc_part *parts, int count);
void ppcc_taskgraph_task(struct ppcc_thread *me, struct ppcc_taskgraph_run *run, int construct, ppcc_region *body, const void *data,
	unsigned long size, int flags, int priority, const struct ppcc_depend *depends, int count);
void ppcc_taskgraph_wait(struct ppcc_thread *me, struct ppcc_taskgraph_run *run);
_Bool ppcc_taskgraph_next(struct ppcc_taskgraph_run *run);
void ppcc_taskgraph_replay(struct ppcc_thread *me, struct ppcc_taskgraph_run *run);
void ppcc_taskgraph_end(struct ppcc_thread *me, struct ppcc_taskgraph_run *run);

/* Right after begin: the group reduces these items; they stay where they are until its end, which combines the copies. */
void ppcc_taskgroup_reduce(struct ppcc_thread *me, struct ppcc_taskgroup *group, struct ppcc_reduction *items, int count);
/* Right after that: an item's copies come from an omp_allocator_handle_t, with an alignment, as in ppcc_variable_new. */
void ppcc_taskgroup_allocate(struct ppcc_taskgroup *group, int item, __UINTPTR_TYPE__ allocator, unsigned long alignment);
/* The calling thread's copy of the item that `original` is, or is a copy of, in the innermost group that has it. */
void *ppcc_reduction_copy(struct ppcc_thread *me, void *original);

/* ------------------------------------------------------------------------------------------- allocate (6.5, 6.6) */

/* Storage for a variable from an omp_allocator_handle_t, 0: the default one, with the first value at `value` (null: none).
   alignment: bytes, 0: malloc's.
   Ends the program when there is no memory and the allocator's fallback gives none. */
void *ppcc_variable_new(__UINTPTR_TYPE__ allocator, unsigned long alignment, unsigned long size, const volatile void *value);
void ppcc_variable_free(void *variable); /* the address of the pointer to it */

/* An allocator of a target region's own (13.8), from an omp_memspace_handle_t and an array of omp_alloctrait_t; ended on every
   way out of its variable's scope. */
__UINTPTR_TYPE__ ppcc_allocator_new(__UINTPTR_TYPE__ space, int count, const void *traits);
void ppcc_allocator_free(void *allocator); /* the address of the variable */
#define PPCC_ALLOCATOR __attribute__((cleanup(ppcc_allocator_free)))

/* Stands in the declaration of a pointer from ppcc_variable_new: the storage is freed on every way out of the pointer's scope. */
#define PPCC_ALLOCATED __attribute__((cleanup(ppcc_variable_free)))

/* ------------------------------------------------------------------------------------------- cancellation (16) */

enum ppcc_cancellable { PPCC_PARALLEL, PPCC_WORKSHARING, PPCC_TASKGROUP };

/* Cancels the innermost construct of that kind that `me` works in: the worksharing region must end with a barrier; of a
   taskgroup, the one that the current task belongs to.  True: the thread has to go to the end of the construct, or of the
   task, at once.  Always false unless OMP_CANCELLATION is true. */
_Bool ppcc_cancel(struct ppcc_thread *me, enum ppcc_cancellable kind);
/* The same when somebody else has cancelled it. */
_Bool ppcc_cancellation_point(struct ppcc_thread *me, enum ppcc_cancellable kind);

/* cancel with an if clause: a cancellation point when the condition does not hold. */
static __inline__ _Bool ppcc_cancel_if(struct ppcc_thread *me, enum ppcc_cancellable kind, _Bool condition)
{
	return condition ? ppcc_cancel(me, kind) : ppcc_cancellation_point(me, kind);
}

/* A barrier in a parallel construct that can be cancelled.  True: it was, and the thread has to go to the construct's end. */
_Bool ppcc_barrier_cancelled(struct ppcc_thread *me);
/* ppcc_copyprivate there; null: as above.  ppcc_barrier_cancelled must follow. */
void *const *ppcc_copyprivate_cancelled(struct ppcc_thread *me, void *const *mine);

/* Asked by a task with PPCC_TASK_KEEPS: whether it does nothing but release its copies. */
_Bool ppcc_task_discarded(struct ppcc_thread *me);

#ifdef __cplusplus
}
#endif
#endif
