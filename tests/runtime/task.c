/* Tasks: recursion with taskwait, data copied at creation, undeferred and final tasks, tasks finished at barriers and at
   the region's end, more tasks than any queue holds, children that outlive their parents. */
#include "check.h"

enum { MANY = 20000 };

struct fib {
	int n;
	long *result;
};

static long fib_serial(int n)
{
	return n < 2 ? n : fib_serial(n - 1) + fib_serial(n - 2);
}

static void fib(struct ppcc_thread *me, void *pointer)
{
	struct fib *data = pointer;
	long a = 0, b = 0;
	if (data->n < 2) {
		*data->result = data->n;
		return;
	}
	struct fib left = {data->n - 1, &a}, right = {data->n - 2, &b};
	ppcc_task(me, fib, &left, sizeof left, 0, 0);
	ppcc_task(me, fib, &right, sizeof right, data->n % 5 == 0 ? PPCC_TASK_UNDEFERRED : 0, 0);
	ppcc_taskwait(me);
	if (data->n < 6)
		CHECK_EQUAL(a, fib_serial(data->n - 1));
	*data->result = a + b;
}

static void fib_region(struct ppcc_thread *me, void *pointer)
{
	if (ppcc_single(me))
		fib(me, pointer);
	ppcc_barrier(me);
	CHECK_EQUAL(*((struct fib *)pointer)->result, fib_serial(18));
}

/* ------------------------------------------------------------------------------------------- many */

static atomic_int counts[MANY];

static void count(struct ppcc_thread *me, void *pointer)
{
	CHECK(omp_in_explicit_task());
	CHECK_EQUAL(me->number, omp_get_thread_num());
	CHECK(me->number < me->team_size);
	atomic_fetch_add(&counts[*(int *)pointer], 1);
}

static void many_before_barrier(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	if (me->number == me->team_size - 1)
		for (int i = 0; i < MANY; i++)
			ppcc_task(me, count, &i, sizeof i, 0, 0);
	ppcc_barrier(me);
	for (int i = me->number; i < MANY; i += 77)
		CHECK_EQUAL(counts[i], 1);
	ppcc_barrier(me);
	for (int i = me->number; i < MANY; i += me->team_size) /* finished by the end of the region */
		ppcc_task(me, count, &i, sizeof i, 0, 0);
}

/* ------------------------------------------------------------------------------------------- in place */

static void change(struct ppcc_thread *me, void *pointer)
{
	(void)me;
	*(int *)pointer = 99;
}

static void nothing_deferred(struct ppcc_thread *me, void *pointer)
{
	int *runs = *(int **)pointer;
	CHECK(omp_in_final());
	++*runs;
	if (*runs < 5) {
		ppcc_task(me, nothing_deferred, pointer, sizeof runs, 0, 0);
		CHECK_EQUAL(*runs, 5);
	}
}

static void in_place(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	int value = 1, runs = 0, *where = &runs;
	ppcc_task(me, change, &value, sizeof value, PPCC_TASK_UNDEFERRED, 0);
	CHECK_EQUAL(value, 1);
	CHECK(!omp_in_final());
	ppcc_task(me, nothing_deferred, &where, sizeof where, PPCC_TASK_FINAL, 0);
	CHECK_EQUAL(runs, 5);
	ppcc_taskyield(me);
}

/* ------------------------------------------------------------------------------------------- chains and large data */

static atomic_int chained;

static void chain(struct ppcc_thread *me, void *pointer)
{
	int left = *(int *)pointer - 1;
	atomic_fetch_add(&chained, 1);
	if (left > 0)
		ppcc_task(me, chain, &left, sizeof left, 0, 0); /* nobody waits for it but the region */
}

struct large {
	char bytes[5000];
};

static void check_large(struct ppcc_thread *me, void *pointer)
{
	struct large *data = pointer;
	(void)me;
	for (int i = 0; i < 5000; i++)
		CHECK_EQUAL(data->bytes[i], (char)(i + data->bytes[0]));
	CHECK((unsigned long long)pointer % 16 == 0);
}

static void chains(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	int length = 3000;
	struct large data;
	if (!ppcc_single(me))
		return;
	ppcc_task(me, chain, &length, sizeof length, 0, 0);
	for (int round = 0; round < 50; round++) {
		for (int i = 0; i < 5000; i++)
			data.bytes[i] = (char)(i + round);
		ppcc_task(me, check_large, &data, sizeof data, 0, 0);
		ppcc_task(me, check_large, &data, sizeof data, PPCC_TASK_UNTIED, 3);
	}
}

int main(void)
{
	long result = -1;
	struct fib start = {18, &result};
	for (int i = 0; i < 3; i++)
		ppcc_parallel(fib_region, &start, 0, PPCC_BIND_DEFAULT);
	ppcc_parallel(many_before_barrier, NULL, 0, PPCC_BIND_DEFAULT);
	for (int i = 0; i < MANY; i++)
		CHECK_EQUAL(counts[i], 2);
	ppcc_parallel(in_place, NULL, 0, PPCC_BIND_DEFAULT);
	in_place(ppcc_self(), NULL);
	for (int size = 4; size > 0; size--)
		ppcc_parallel(chains, NULL, size, PPCC_BIND_DEFAULT);
	ppcc_parallel(chains, NULL, 0, PPCC_BIND_DEFAULT);
	CHECK_EQUAL(chained, 5 * 3000);
	return check_result();
}
