#include "wait.h"

#include <limits.h>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum {
	CLOCK_INTERVAL = 128,   /* turns between two looks at the clock */
	YIELDS = 4,             /* times to offer the processor before sleeping when there are too few */
	DEFAULT_SPIN = 1000000  /* nanoseconds */
};

atomic_int ppcc_awake;
static int64_t spin_time = DEFAULT_SPIN; /* nanoseconds; INT64_MAX: for ever */

void ppcc_wait_configure(void)
{
	if (ppcc_global.wait_policy == PPCC_WAIT_PASSIVE)
		spin_time = 0;
	else if (ppcc_global.wait_policy == PPCC_WAIT_ACTIVE)
		spin_time = INT64_MAX;
}

static int64_t nanoseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Not sched_yield: two threads that yield to each other on one processor look busy, and are never moved apart. */
static void relax(void)
{
#if defined(__x86_64__) || defined(__i386__)
	__builtin_ia32_pause();
#elif defined(__aarch64__)
	__asm__ volatile("yield" ::: "memory");
#endif
}

bool ppcc_spin(struct spinner *spinner)
{
	if (spin_time == 0)
		return false;
	if (atomic_load_explicit(&ppcc_awake, memory_order_relaxed) > ppcc_global.processors) {
		if (spinner->rounds++ >= YIELDS && spin_time != INT64_MAX)
			return false;
		sched_yield();
		return true;
	}
	relax();
	if (++spinner->rounds % CLOCK_INTERVAL != 0 || spin_time == INT64_MAX)
		return true;
	int64_t now = nanoseconds();
	if (spinner->deadline == 0)
		spinner->deadline = now + spin_time;
	return now < spinner->deadline;
}

void ppcc_futex_wait(atomic_uint *word, unsigned value)
{
	syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

void ppcc_futex_wake(atomic_uint *word, int threads)
{
	syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, threads, NULL, NULL, 0);
}

static bool find_task(struct member *me, enum task_choice tasks)
{
	if (tasks == TASKS_NONE || !ppcc_has_tasks(me))
		return false;
	return tasks == TASKS_AFTER_REGION ? ppcc_task_help(me) : ppcc_task_run_one(me, tasks);
}

/* The last look after the announcement: whether there is a reason to stay awake. */
static bool wanted(struct member *me, enum task_choice tasks, ppcc_condition *holds, void *argument)
{
	if (holds(me, argument))
		return true;
	if (tasks == TASKS_AFTER_REGION)
		return ppcc_has_tasks(me) && ppcc_task_help_wanted(me);
	if (tasks == TASKS_DESCENDANTS)
		return ppcc_task_startable(me);
	return tasks == TASKS_ANY && ppcc_has_tasks(me) && ppcc_tasks_queued(me->team);
}

static void sleep_once(struct member *me, enum task_choice tasks, enum park why, ppcc_condition *holds, void *argument)
{
	atomic_fetch_add(&me->team->parked, 1);
	atomic_store(&me->park, why);
	if (!wanted(me, tasks, holds, argument)) {
		if (why == PARKED_FOR_CHILDREN && ppcc_tasks_queued(me->team))
			ppcc_notify_one(me->team); /* takes over the processor for what this thread may not start */
		atomic_fetch_sub_explicit(&ppcc_awake, 1, memory_order_relaxed);
		while (atomic_load(&me->park) != AWAKE)
			ppcc_futex_wait(&me->park, why);
		atomic_fetch_add_explicit(&ppcc_awake, 1, memory_order_relaxed);
	}
	atomic_store(&me->park, AWAKE);
	atomic_fetch_sub(&me->team->parked, 1);
}

void ppcc_wait(struct member *me, enum task_choice tasks, enum park why, ppcc_condition *holds, void *argument)
{
	struct spinner spinner = {0, 0};
	while (!holds(me, argument)) {
		if (find_task(me, tasks))
			spinner = (struct spinner){0, 0};
		else if (!ppcc_spin(&spinner))
			sleep_once(me, tasks, why, holds, argument);
	}
}

void ppcc_unpark(struct member *member)
{
	if (atomic_load(&member->park) != AWAKE && atomic_exchange(&member->park, AWAKE) != AWAKE)
		ppcc_futex_wake(&member->park, 1);
}

void ppcc_notify(struct team *team, enum park why)
{
	if (atomic_load(&team->parked) == 0)
		return;
	for (int i = 0; i < team->size; i++)
		if (atomic_load(&team->members[i]->park) == why)
			ppcc_unpark(team->members[i]);
}

void ppcc_notify_one(struct team *team)
{
	int parked = atomic_load(&team->parked);
	if (parked == 0 || team->size - parked >= ppcc_global.processors)
		return;
	for (int i = 0; i < team->size; i++)
		if (atomic_load(&team->members[i]->park) == PARKED_FOR_ANY) {
			ppcc_unpark(team->members[i]);
			return;
		}
}
