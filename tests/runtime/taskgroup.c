/* taskgroup waits for grandchildren, taskwait only for children; groups nest; thousands of short regions with tasks. */
#include "check.h"

static atomic_int leaves;

static void leaf(struct ppcc_thread *me, void *unused)
{
	(void)me, (void)unused;
	atomic_fetch_add(&leaves, 1);
}

static void inner(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 0; i < 10; i++)
		ppcc_task(me, leaf, NULL, 0, 0, 0);
}

static void middle(struct ppcc_thread *me, void *unused)
{
	struct ppcc_taskgroup group;
	(void)unused;
	ppcc_task(me, inner, NULL, 0, 0, 0);
	ppcc_taskgroup_begin(me, &group);
	int before = atomic_load(&leaves);
	for (int i = 0; i < 5; i++)
		ppcc_task(me, inner, NULL, 0, 0, 0);
	ppcc_taskgroup_end(me, &group);
	CHECK(atomic_load(&leaves) >= before + 50);
}

static void region(struct ppcc_thread *me, void *unused)
{
	struct ppcc_taskgroup group;
	(void)unused;
	for (int round = 1; round <= 20; round++) {
		if (ppcc_single(me)) {
			ppcc_taskgroup_begin(me, &group);
			for (int i = 0; i < 10; i++)
				ppcc_task(me, middle, NULL, 0, 0, 0);
			ppcc_taskgroup_end(me, &group);
			CHECK_EQUAL(leaves, round * 600);
		}
		ppcc_barrier(me);
	}
}

static void short_region(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	if (me->number == 0) {
		ppcc_task(me, leaf, NULL, 0, 0, 0);
		ppcc_task(me, leaf, NULL, 0, 0, 0);
	}
}

static void plain_region(struct ppcc_thread *me, void *unused)
{
	(void)me, (void)unused;
}

/* Recursion in which a thread always waits with its own children stolen. */
struct tree {
	int depth;
	atomic_int *sum;
};

static void tree(struct ppcc_thread *me, void *pointer)
{
	struct tree *data = pointer;
	if (data->depth == 0) {
		atomic_fetch_add(data->sum, 1);
		return;
	}
	atomic_int sum = 0;
	struct tree child = {data->depth - 1, &sum};
	for (int i = 0; i < 3; i++)
		ppcc_task(me, tree, &child, sizeof child, 0, 0);
	ppcc_taskwait(me);
	atomic_fetch_add(data->sum, atomic_load(&sum));
}

static void tree_region(struct ppcc_thread *me, void *pointer)
{
	if (me->number == me->team_size / 2)
		tree(me, pointer);
}

int main(void)
{
	ppcc_parallel(region, NULL, 0, PPCC_BIND_DEFAULT);
	atomic_store(&leaves, 0);
	for (int i = 1; i <= 3000; i++) {
		ppcc_parallel(short_region, NULL, 0, PPCC_BIND_DEFAULT);
		CHECK_EQUAL(leaves, 2 * i);
		ppcc_parallel(plain_region, NULL, 1 + i % 3, PPCC_BIND_DEFAULT);
	}
	for (int i = 0; i < 10; i++) {
		atomic_int sum = 0;
		struct tree root = {8, &sum};
		ppcc_parallel(tree_region, &root, 0, PPCC_BIND_DEFAULT);
		CHECK_EQUAL(sum, 6561);
	}
	return check_result();
}
