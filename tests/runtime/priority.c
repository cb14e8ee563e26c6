/* Tasks with priorities: the highest first when one thread of a team runs them; groups and waits that depend on them end. */
#include "check.h"

#include <unistd.h>

static atomic_int runs, last, out_of_order;

static void note(struct ppcc_thread *me, void *pointer)
{
	int priority = *(int *)pointer;
	(void)me;
	if (atomic_exchange(&last, priority) < priority)
		atomic_fetch_add(&out_of_order, 1);
	atomic_fetch_add(&runs, 1);
}

static void grandparent(struct ppcc_thread *me, void *pointer)
{
	int depth = *(int *)pointer - 1;
	struct ppcc_taskgroup group;
	atomic_fetch_add(&runs, 1);
	if (depth < 0)
		return;
	ppcc_taskgroup_begin(me, &group);
	ppcc_task(me, grandparent, &depth, sizeof depth, 0, 3);
	ppcc_task(me, grandparent, &depth, sizeof depth, 0, depth & 1);
	if (depth & 1)
		ppcc_taskgroup_end(me, &group);
	else {
		ppcc_taskwait(me);
		ppcc_taskgroup_end(me, &group);
	}
}

static void region(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	int depth = 8;
	if (me->number == 0)
		grandparent(me, &depth);
}

static void sorted(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	if (me->number != 0) {
		while (atomic_load(&runs) < 50)
			usleep(100);
		return;
	}
	for (int i = 0; i < 50; i++) {
		int priority = i * 7 % 10 + 1;
		ppcc_task(me, note, &priority, sizeof priority, 0, priority);
	}
	ppcc_taskwait(me);
}

int main(int count, char **arguments)
{
	if (count == 1) {
		setenv("OMP_MAX_TASK_PRIORITY", "10", 1);
		execl(arguments[0], arguments[0], "again", (char *)NULL);
		return 1;
	}
	for (int i = 1; i <= 20; i++) {
		ppcc_parallel(region, NULL, 0, PPCC_BIND_DEFAULT);
		CHECK_EQUAL(runs, i * 511);
	}
	atomic_store(&runs, 0);
	atomic_store(&last, 10);
	ppcc_parallel(sorted, NULL, 0, PPCC_BIND_DEFAULT);
	CHECK_EQUAL(runs, 50);
	if (omp_get_max_threads() > 1) /* a team of one runs tasks where they are made */
		CHECK_EQUAL(out_of_order, 0);
	return check_result();
}
