/*
 * team.h - the data structures of teams, and what the files of the pthread runtime use of each other.
 *
 * A *team* belongs to the thread that begins its regions (its `outer` member) and is kept between them, workers and all:
 * the next region only has to write one cache line per worker.  A *member* is one thread's place in one team; nested
 * regions give an operating system thread several, of which the innermost is its current one.  Members are never moved or
 * freed while their team lives.
 *
 * Who may touch what: between a region's end and the next start the outer thread owns the team, and its workers read only
 * go, park and the team's task_generation.  Inside a region every field says who writes it.
 *
 * Waiting always works the same way (wait.c): check a condition, run a task where that is allowed, spin for a while, then
 * sleep on one's own `park` word.  Whoever makes a condition true calls ppcc_notify after a sequentially consistent store;
 * the waiter announces itself with one before its last look, so one of the two sees the other.
 */
#ifndef PPCC_PTHREAD_TEAM_H
#define PPCC_PTHREAD_TEAM_H

#include "deque.h"

#include "../common/icv.h"
#include "../common/tool.h"

#include <pthread.h>
#include <stdalign.h>
#include <stdint.h>

enum { LINE = 64, LOOP_RING = 8, LATE_HALF = 16, LATE_RING = 2 * LATE_HALF, TASK_CLASSES = 3 };

struct member;
struct team;

/* ------------------------------------------------------------------------------------------- tasks */

enum task_bits { TASK_EXPLICIT = 1, TASK_IS_FINAL = 2, TASK_HAS_BLOCK = 4, TASK_KEEPS = 8, TASK_RECORDED = 16 };

/* Variables that an omp_set_* routine gave to a task; the tasks that inherit them share the block. */
struct icv_block {
	atomic_uint refs; /* tasks with TASK_HAS_BLOCK whose icv this is */
	struct icv icv;
};

/* A task; an explicit one is followed by its data. */
struct task {
	atomic_uint refs;      /* 1 until the task has finished, and 1 for every deferred child that has not */
	unsigned char bits : 6; /* enum task_bits; written by the thread that runs the task */
	unsigned char pool : 2; /* size class of the memory, TASK_CLASSES: a block of its own */
	unsigned char priority; /* greater ones count as 255 */
	unsigned short root;   /* number, modulo 2^16, of the implicit task that it descends from, or is */
	const struct icv *icv; /* its variables: in a struct icv_block, or of a region's outer task or of the program */
	struct task *parent;   /* valid until the task has finished */
	struct ppcc_taskgroup *group; /* innermost taskgroup around the code that the task runs now */
	struct member *creator; /* in whose pool the memory is, and who runs the parent */
	ppcc_region *body;
	struct task *next;     /* in a list of free or of urgent tasks */
	struct task_links *links; /* dependences, of the task and of its children; null: none */
};

_Static_assert(sizeof(struct task) <= LINE, "a task's data begins on the next cache line");

/* What a first-party tool keeps with a task (events.h): of an explicit one it stands before the task in memory. */
struct task_watch {
	ompt_data_t data;
	ompt_frame_t frame;
	int flags; /* ompt_task_flag_t */
	int state; /* ompt_state_t of the thread when the task began */
};

_Static_assert(sizeof(struct task_watch) <= LINE, "a watched task begins on the next cache line");

/* Memory for tasks.  The owner takes from `free`; other threads hand blocks back through `returned`. */
struct task_pool {
	struct task *free[TASK_CLASSES];
	_Atomic(struct task *) returned;
	struct slab *slabs;
};

/* ------------------------------------------------------------------------------------------- loops */

enum loop_phase { LOOP_FREE, LOOP_FILLING, LOOP_READY };

/* How far the iterations of a doacross loop have come; doacross.c explains it. */
struct progress {
	alignas(LINE) atomic_ullong passed; /* iterations of the loop's units up to this number have gone by their source */
};

struct doacross {
	ppcc_count inner;       /* iterations of the loops inside, for each one that is dealt out */
	ppcc_count unit;        /* dealt-out iterations to a unit; 0: a thread's whole share is one */
	ppcc_count slots;       /* in use */
	ppcc_count capacity;    /* that there is memory for */
	struct progress *progress; /* unit u's is in progress[u % slots]; the team's, kept from loop to loop */
};

/* A loop that the team shares out.  The team's n-th such loop uses the ring's entry n % LOOP_RING. */
struct loop_share {
	alignas(LINE) atomic_uint state; /* 4 * n + enum loop_phase, modulo 2^32 */
	atomic_uint left;                /* threads that have ended the loop */
	int schedule;                    /* the rest of this line is written while LOOP_FILLING */
	ppcc_count count, chunk, chunks;
	alignas(LINE) atomic_ullong next; /* dynamic: the next chunk's index; guided: the next iteration */
	alignas(LINE) atomic_ullong turn; /* ordered: first iteration of the first chunk that has not finished */
	struct doacross doacross;         /* written while LOOP_FILLING */
};

/* ------------------------------------------------------------------------------------------- reductions with nowait */

/* A half of the team's ring; late.c explains it. */
struct late {
	alignas(LINE) atomic_uint next; /* number of the reduction that may use its first entry */
	unsigned complete;              /* of its entries; written with late_lock */
	alignas(LINE) atomic_uint left[LATE_HALF]; /* for each entry, the threads that have left their copies */
};

/* What a member leaves behind for a reduction. */
struct late_copies {
	void **items;    /* the copies' addresses; the copies follow in the same memory */
	size_t capacity; /* bytes */
};

/* ------------------------------------------------------------------------------------------- contention groups */

/* The copies that a contention group has of groupprivate variables, the newest first. */
struct group {
	_Atomic(struct group_copy *) copies;
};

/* ------------------------------------------------------------------------------------------- members */

enum park { AWAKE, PARKED_FOR_ANY, PARKED_FOR_CHILDREN, PARKED_FOR_TURN };

struct member {
	/* Written by the outer thread before it sets go; afterwards the counters are the member's. */
	alignas(LINE) struct ppcc_thread self;
	atomic_uint go;   /* generation of the region to run */
	atomic_uint done; /* generation of the region that the member has finished; written by the member */
	ppcc_region *region; /* null: the thread is to end */
	void *data;
	const struct icv *icv;
	atomic_uint park; /* enum park; a waker sets it to AWAKE */
	unsigned loops, singles, barriers, reductions, lates; /* collective constructs met so far, modulo 2^32 */

	/* The member's own. */
	alignas(LINE) struct team *team;
	struct task *task;       /* that it runs now */
	int64_t base;            /* tasks at and above this index of its deque descend from `task` */
	struct ppcc_loop *loop;  /* with PPCC_ORDERED, around what it runs now */
	ppcc_count ordered_done; /* ordered regions finished in the current chunk */
	bool turn_passed;        /* the next chunk may run */
	unsigned generation;     /* of the region it runs, or ran last */
	unsigned victim;         /* whom it robs next */
	struct ppcc_taskgroup *awaited; /* whose end it waits for in its current task; null: none */
	int shown_size, shown_place; /* team size and place for which OMP_DISPLAY_AFFINITY has shown its line */
	int place, partition_first, partition_count; /* place -1: not bound; written like the first line */
	struct ppcc_thread league; /* of an initial thread: its team's number, and the number of teams; 0: no teams construct */
	struct group *group;     /* of an initial thread: its contention group's copies of variables; null: the variables themselves */
	struct team *inner;      /* the regions that it begins itself; null before the first */
	struct team *root;       /* a team of one that runs its target regions in a parallel region; null before the first */
	struct task implicit;

	/* What it hands in to a reduction. */
	alignas(LINE) atomic_uint reduced; /* the value of `reductions` for which partials is valid */
	void *const *partials;
	unsigned combining; /* the entry of the reduction with nowait that it combines */
	struct late_copies late[LATE_RING];
	atomic_uint copying; /* 1 while it copies from another member's variables and may be cancelled */

	/* Tasks: written by the member, read by those who look for work or wait for the end of it all. */
	alignas(LINE) atomic_ullong created, finished; /* deferred tasks, over all regions */
	atomic_uint origin_version;      /* odd while the next two change */
	_Atomic(struct task *) origin;   /* parent of the stolen task that it runs; null: none */
	_Atomic int64_t origin_base;     /* tasks at and above this index of the deque descend from that task */
	struct task_pool pool;
	alignas(LINE) struct deque deque;

	pthread_t worker; /* valid for members 1 and up */

	/* For a first-party tool (events.h): of the implicit task; the worksharing construct that it is in, and its count. */
	struct task_watch watch;
	int work;
	ppcc_count work_count;
};

/* ------------------------------------------------------------------------------------------- teams */

struct team {
	struct member **members; /* capacity of them; 0 is the outer thread itself */
	struct member *first;    /* members[0], also for those who may not look at members */
	int capacity, size;      /* threads that exist; threads of the current region */
	int level, active_level;
	struct member *outer;    /* null for the team of one that a thread begins its life in */
	unsigned generation;     /* of the current region; never 0 */
	unsigned process;        /* value of ppcc_process when the workers were made */
	int joined;              /* members below this number have finished the region: ppcc_join's progress */
	ompt_data_t watch;       /* a first-party tool's word for the region */
	struct icv inner_icv;    /* of the implicit tasks, where they differ from the encountering task's */
	atomic_int *busy;        /* threads that take part in regions below the same initial thread, itself included */
	atomic_int own_busy;
	int placed_size, placed_bind, placed_place; /* what the members' places were computed for */
	atomic_bool cancelled;       /* the region is; any member sets it (cancel.c) */
	atomic_uint cancelled_share; /* the worksharing region that is; 0: none */

	alignas(LINE) atomic_uint arrived[2]; /* at the barriers with even and odd numbers */
	alignas(LINE) atomic_uint epoch;      /* number of the barrier that the team has yet to pass */
	alignas(LINE) atomic_uint singles;    /* single constructs whose thread is chosen */
	alignas(LINE) atomic_uint reduced;    /* reductions that are complete */
	alignas(LINE) atomic_uint copied;     /* 1 + number of the barrier that follows the copyprivate of `copies` */
	void *const *_Atomic copies;
	alignas(LINE) atomic_uint task_generation; /* the region has had deferred tasks when this is its generation */
	alignas(LINE) atomic_int parked;      /* members that sleep, or are about to */
	alignas(LINE) atomic_int helpers;     /* who works for the team without being in the region: workers that run tasks after
	                                         the end of their part of it, threads that fulfil an event */
	atomic_ullong fulfilled;              /* deferred tasks that omp_fulfill_event completed, over all regions */
	alignas(LINE) atomic_int urgent_count; /* tasks in `urgent` */
	struct ppcc_mutex urgent_lock;
	struct task *urgent;                  /* tasks with a priority, highest first, and those made ready from outside */

	struct loop_share loops[LOOP_RING];
	struct late late[2];
	struct ppcc_mutex late_lock; /* held by who combines one of them */
};

static inline struct member *member_of(struct ppcc_thread *me)
{
	return (struct member *)me;
}

static inline bool ppcc_has_tasks(const struct member *me)
{
	return atomic_load_explicit(&me->team->task_generation, memory_order_acquire) == me->generation;
}

/* Whether the region is cancelled: those who wait for other members must stop waiting. */
static inline bool region_cancelled(const struct member *me)
{
	return atomic_load(&me->team->cancelled);
}

/* ------------------------------------------------------------------------------------------- context.c */

extern _Thread_local struct member *ppcc_current __attribute__((tls_model("initial-exec")));
extern unsigned ppcc_process; /* how many forks away the program's first process is */
struct member *ppcc_member(void); /* the current member, made when there is none */

/* team.c */
struct team *ppcc_team_new(struct member *outer, int level, int active_level);
void ppcc_team_free(struct team *team); /* its workers end first */

/* worker.c: makes workers until the team has `size` threads or no more can be made. */
void ppcc_team_grow(struct team *team, int size);
void ppcc_start_task(struct member *me, const struct icv *icv); /* gives it a new implicit task */

/* place.c: decides where the members run under `bind`, and moves the calling thread to its place. */
void ppcc_places_assign(struct team *team, omp_proc_bind_t bind);
void ppcc_places_bind(const struct member *me);
void ppcc_places_show(struct member *me); /* OMP_DISPLAY_AFFINITY (21.2.5): a line when the member's team is new */

/* group.c: frees the copies of a group that has ended. */
void ppcc_group_release(struct group *group);
/* league.c: the member that began the life of the thread's contention group. */
const struct member *ppcc_initial(const struct member *member);

/* barrier.c */
void ppcc_drain(struct member *me); /* in a team of one: runs the tasks that there are, and waits for all */

/* cancel.c: whether a task that has not begun is to be discarded; and, of a team whose region has ended, forgets that and
   what was cancelled, and sets the counts of collective constructs right. */
bool ppcc_task_cancelled(const struct member *me, const struct task *task);
void ppcc_cancel_forget(struct team *team);

/* task.c */
enum task_choice { TASKS_NONE, TASKS_DESCENDANTS, TASKS_ANY, TASKS_AFTER_REGION };
bool ppcc_task_run_one(struct member *me, enum task_choice choice); /* false: none was found */
bool ppcc_tasks_queued(struct team *team);
/* The steps of making a task: a new one; counted as unfinished, so that others wait for it; handed out to be run, by any
   thread; or, not counted, run here. */
struct task *ppcc_task_make(struct member *me, ppcc_region *body, const void *data, unsigned long size, int flags, int priority);
void ppcc_task_announce(struct member *me, struct task *task);
void ppcc_task_enqueue(struct member *me, struct task *task); /* me: null in a thread that is not of the team */
void ppcc_task_run(struct member *me, struct task *task);
void ppcc_task_run_announced(struct member *me, struct task *task); /* the same for one that is counted */
/* Starts a counted task that no thread runs (links.h). */
void ppcc_task_start(struct task *task);
/* What follows a counted task's end; me: null in a thread that is not of the team. */
void ppcc_task_complete(struct member *me, struct task *task);
bool ppcc_task_startable(struct member *me); /* whether an urgent task may be started by one that waits */
/* The same two for a worker that has finished its part of the region, and for which the team may be in other hands. */
bool ppcc_task_help(struct member *me);
bool ppcc_task_help_wanted(struct member *me);
bool ppcc_tasks_complete(struct team *team); /* all deferred tasks have finished, given that no new ones can come up */
void ppcc_task_release_icv(struct task *task); /* task->icv is not valid afterwards */

/* depend.c: the task has run, and those that wait for it may; its links are of no use any more. */
void ppcc_links_finish(struct member *me, struct task *task);
void ppcc_links_release(struct task *task);

/* taskgraph.c: the task meets what the record of the taskgraph region that it executes does not hold. */
static inline void ppcc_taskgraph_alter(struct task *task)
{
	if (task->bits & TASK_RECORDED)
		task->bits &= (unsigned char)~TASK_RECORDED & 0x3f;
}

/* taskreduction.c: combines the copies of a group that has ended, and frees them. */
void ppcc_group_combine(struct ppcc_taskgroup *group);

/* taskmemory.c */
struct task *ppcc_task_allocate(struct member *me, size_t size);
void ppcc_task_deallocate(struct member *me, struct task *task);
void ppcc_task_pool_release(struct task_pool *pool);

#endif
