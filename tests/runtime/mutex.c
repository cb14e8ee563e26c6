/* critical, atomic and the lock routines. */
#include "check.h"

enum { ROUNDS = 5000 };

static struct ppcc_mutex named;
static long counters[5];
static omp_lock_t lock;
static omp_nest_lock_t nest;

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 0; i < ROUNDS; i++) {
		ppcc_critical_enter(&ppcc_critical_unnamed);
		counters[0]++;
		ppcc_critical_leave(&ppcc_critical_unnamed);
		ppcc_critical_enter(&named);
		counters[1]++;
		ppcc_critical_leave(&named);
		ppcc_atomic_enter();
		counters[2]++;
		ppcc_atomic_leave();
		omp_set_lock(&lock);
		counters[3]++;
		omp_unset_lock(&lock);
		while (!omp_test_nest_lock(&nest))
			continue;
		omp_set_nest_lock(&nest);
		CHECK_EQUAL(omp_test_nest_lock(&nest), 3);
		counters[4]++;
		omp_unset_nest_lock(&nest);
		omp_unset_nest_lock(&nest);
		omp_unset_nest_lock(&nest);
	}
	ppcc_barrier(me);
	for (int i = 0; i < 5; i++)
		CHECK_EQUAL(counters[i], (long)ROUNDS * me->team_size);
	ppcc_flush();
}

int main(void)
{
	omp_init_lock(&lock);
	omp_init_nest_lock_with_hint(&nest, omp_sync_hint_contended);
	CHECK(omp_test_lock(&lock));
	CHECK(!omp_test_lock(&lock));
	omp_unset_lock(&lock);
	ppcc_parallel(body, NULL, 0, PPCC_BIND_DEFAULT);
	omp_destroy_lock(&lock);
	omp_destroy_nest_lock(&nest);
	return check_result();
}
