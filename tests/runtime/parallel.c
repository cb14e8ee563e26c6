/* parallel: every thread runs once, numbers and sizes are right, teams change size between regions, data is passed. */
#include "check.h"

enum { MOST = 16, ROUNDS = 2000 };

struct data {
	int runs[MOST];
	int size;
};

static void body(struct ppcc_thread *me, void *pointer)
{
	struct data *data = pointer;
	data->runs[me->number]++;
	if (me->number == 0)
		data->size = me->team_size;
	CHECK_EQUAL(me->team_size, omp_get_num_threads());
	CHECK_EQUAL(me->number, omp_get_thread_num());
	CHECK(ppcc_self() == me);
	CHECK_EQUAL(omp_in_parallel(), me->team_size > 1);
	CHECK_EQUAL(omp_get_level(), 1);
	CHECK_EQUAL(omp_get_ancestor_thread_num(0), 0);
	CHECK_EQUAL(omp_get_ancestor_thread_num(1), me->number);
	CHECK_EQUAL(omp_get_team_size(1), me->team_size);
	CHECK_EQUAL(omp_get_team_size(2), -1);
}

static void region_of(int threads)
{
	struct data data = {{0}, 0};
	int size = threads ? threads : omp_get_max_threads();
	ppcc_parallel(body, &data, threads, PPCC_BIND_DEFAULT);
	CHECK_EQUAL(data.size, size);
	for (int i = 0; i < MOST; i++)
		CHECK_EQUAL(data.runs[i], i < size);
}

int main(void)
{
	struct ppcc_thread *self = ppcc_self();
	CHECK_EQUAL(self->number, 0);
	CHECK_EQUAL(self->team_size, 1);
	CHECK_EQUAL(omp_in_parallel(), 0);
	for (int i = 0; i < ROUNDS; i++)
		region_of(0);
	for (int i = 0; i < ROUNDS / 4; i++)
		region_of(1 + i * 7 % 9);
	omp_set_num_threads(3);
	region_of(0);
	CHECK_EQUAL(omp_get_max_threads(), 3);
	CHECK(ppcc_self() == self);
	return check_result();
}
