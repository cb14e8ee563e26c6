/* Nested regions: sizes, levels, limits on active levels, the variables of each level, many rounds of inner teams. */
#include "check.h"

static atomic_int inner_runs;

static void innermost(struct ppcc_thread *me, void *pointer)
{
	int *outer_number = pointer;
	atomic_fetch_add(&inner_runs, 1);
	CHECK_EQUAL(omp_get_level(), 2);
	CHECK_EQUAL(omp_get_ancestor_thread_num(1), *outer_number);
	CHECK_EQUAL(omp_get_ancestor_thread_num(2), me->number);
	CHECK_EQUAL(omp_get_team_size(2), me->team_size);
	CHECK_EQUAL(omp_get_active_level(), (omp_get_team_size(1) > 1) + (me->team_size > 1));
	ppcc_barrier(me);
	CHECK(ppcc_self() == me);
}

static void outer(struct ppcc_thread *me, void *pointer)
{
	int size = *(int *)pointer, number = me->number;
	for (int i = 0; i < 50; i++) {
		ppcc_parallel(innermost, &number, size, PPCC_BIND_DEFAULT);
		CHECK(ppcc_self() == me);
		CHECK_EQUAL(omp_get_level(), 1);
	}
}

static void sized(struct ppcc_thread *me, void *pointer)
{
	if (me->number == 0)
		*(int *)pointer = me->team_size;
}

static int size_inside(int threads)
{
	int size = -1;
	ppcc_parallel(sized, &size, threads, PPCC_BIND_DEFAULT);
	return size;
}

static void limits(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	CHECK_EQUAL(size_inside(3), me->team_size > 1 ? 1 : 3);
	omp_set_num_threads(me->number + 2); /* each thread for itself */
	ppcc_barrier(me);
	CHECK_EQUAL(omp_get_max_threads(), me->number + 2);
	omp_set_max_active_levels(2);
	CHECK_EQUAL(size_inside(0), me->number + 2);
	CHECK_EQUAL(size_inside(1), 1);
}

static void own_child(struct ppcc_thread *me, void *pointer)
{
	(void)me;
	CHECK_EQUAL(omp_get_max_threads(), *(int *)pointer);
	omp_set_num_threads(60); /* for this task only */
	omp_set_num_threads(61);
	CHECK_EQUAL(omp_get_max_threads(), 61);
}

static void task_variables(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 0; i < 200; i++) {
		int threads = 10 + (i & 1);
		omp_set_num_threads(threads);
		ppcc_task(me, own_child, &threads, sizeof threads, 0, 0);
	}
	CHECK_EQUAL(omp_get_max_threads(), 11);
}

int main(void)
{
	int threads = omp_get_max_threads();
	omp_set_max_active_levels(1);
	ppcc_parallel(limits, NULL, 0, PPCC_BIND_DEFAULT);
	CHECK_EQUAL(omp_get_max_threads(), threads);
	CHECK_EQUAL(omp_get_max_active_levels(), 1);
	omp_set_max_active_levels(4);
	for (int size = 1; size <= 3; size++) {
		atomic_store(&inner_runs, 0);
		ppcc_parallel(outer, &size, 0, PPCC_BIND_DEFAULT);
		CHECK_EQUAL(inner_runs, 50 * size * threads);
	}
	ppcc_parallel(task_variables, NULL, 0, PPCC_BIND_DEFAULT);
	omp_set_max_active_levels(0);
	CHECK_EQUAL(size_inside(4), 1);
	omp_set_nested(1);
	CHECK(omp_get_nested());
	CHECK_EQUAL(size_inside(4), 4);
	omp_set_dynamic(1);
	CHECK(omp_get_dynamic());
	CHECK(size_inside(1000) <= omp_get_num_procs());
	omp_set_dynamic(0);
	CHECK_EQUAL(omp_pause_resource_all(omp_pause_hard), 0);
	CHECK_EQUAL(size_inside(4), 4);
	return check_result();
}
