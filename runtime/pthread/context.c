/*
 * context.c - who the calling thread is, and the runtime's own beginning and end.
 *
 * Every thread that comes into the runtime has a current member.  One that no parallel construct started gets a team of
 * one, at level 0, which a destructor of thread-specific data frees when the thread ends.
 */
#include "../common/context.h"
#include "../common/device.h"

#include "../common/environment.h"
#include "../common/error.h"
#include "events.h"
#include "team.h"
#include "wait.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

_Thread_local struct member *ppcc_current __attribute__((tls_model("initial-exec")));
unsigned ppcc_process;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;

/* The thread that made a team of one ends, and with it the workers of its regions. */
static void leave(void *team)
{
	if (ppcc_watched()) {
		ppcc_event_implicit_end(((struct team *)team)->first);
		ppcc_event_thread_end();
	}
	ppcc_team_free(team);
	atomic_fetch_sub_explicit(&ppcc_awake, 1, memory_order_relaxed);
	ppcc_current = NULL;
}

/* After a fork the caller is the only thread.  Teams notice by ppcc_process that their workers are gone. */
static void child_of_fork(void)
{
	ppcc_process++;
	atomic_store(&ppcc_awake, ppcc_current ? 1 : 0);
}

static void initialise(void)
{
	ppcc_environment_read(&ppcc_global);
	ppcc_devices_choose();
	ppcc_wait_configure();
	pthread_key_create(&key, leave);
	pthread_atfork(NULL, NULL, child_of_fork);
}

void ppcc_initialise(void)
{
	pthread_once(&once, initialise);
}

__attribute__((constructor)) static void program_starts(void)
{
	ppcc_initialise();
	ppcc_environment_display_if_asked();
	ppcc_events_start();
}

static struct member *new_root(void)
{
	ppcc_initialise();
	struct team *team = ppcc_team_new(NULL, 0, 0);
	struct member *me = team->first;
	atomic_fetch_add_explicit(&ppcc_awake, 1, memory_order_relaxed);
	pthread_setspecific(key, team);
	ppcc_current = me;
	ppcc_start_task(me, &ppcc_global.initial);
	ppcc_places_assign(team, ppcc_global.initial.bind);
	if (getpid() == (pid_t)syscall(SYS_gettid))
		ppcc_places_bind(me); /* the initial thread; where the program's other threads run is its own affair */
	if (ppcc_watched()) {
		ppcc_event_thread_begin(getpid() == (pid_t)syscall(SYS_gettid) ? ompt_thread_initial : ompt_thread_other);
		ppcc_event_implicit_begin(me);
	}
	return me;
}

struct member *ppcc_member(void)
{
	struct member *me = ppcc_current;
	return __builtin_expect(me != NULL, 1) ? me : new_root();
}

struct ppcc_thread *ppcc_self(void)
{
	return &ppcc_member()->self;
}

/* ------------------------------------------------------------------------------------------- for common/ */

const struct icv *ppcc_icv(void)
{
	return ppcc_member()->task->icv;
}

struct icv *ppcc_icv_for_update(void)
{
	struct task *task = ppcc_member()->task;
	struct icv_block *block = (struct icv_block *)((char *)(uintptr_t)task->icv - offsetof(struct icv_block, icv));
	if ((task->bits & TASK_HAS_BLOCK) && atomic_load(&block->refs) == 1)
		return &block->icv;
	block = ppcc_allocate(sizeof *block);
	block->icv = *task->icv;
	atomic_init(&block->refs, 1);
	ppcc_task_release_icv(task);
	task->icv = &block->icv;
	task->bits |= TASK_HAS_BLOCK;
	return &block->icv;
}

int ppcc_level(void)
{
	return ppcc_member()->team->level;
}

int ppcc_active_level(void)
{
	return ppcc_member()->team->active_level;
}

const struct ppcc_thread *ppcc_ancestor(int level)
{
	const struct member *member = ppcc_member();
	if (level < 0 || level > member->team->level)
		return NULL;
	while (member->team->level > level)
		member = member->team->outer;
	return &member->self;
}

bool ppcc_in_explicit_task(void)
{
	return ppcc_member()->task->bits & TASK_EXPLICIT;
}

bool ppcc_in_final_task(void)
{
	return ppcc_member()->task->bits & TASK_IS_FINAL;
}

void *ppcc_current_task(void)
{
	return ppcc_member()->task;
}

int ppcc_thread_place(void)
{
	return ppcc_member()->place;
}

void ppcc_thread_partition(int *first, int *count)
{
	const struct member *me = ppcc_member();
	*first = me->partition_first;
	*count = me->partition_count;
}

bool ppcc_release_threads(void)
{
	struct member *me = ppcc_member();
	if (me->team->level > 0)
		return false;
	if (me->inner) {
		ppcc_team_free(me->inner);
		me->inner = NULL;
	}
	return true;
}
