/* Reductions with nowait: every one is combined once, in thread order, and the sum is there after the next barrier. */
#include "check.h"

enum { ROUNDS = 3000 };

static long total;
static int combined[ROUNDS], order_wrong, seen_wrong;

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int round = 0; round < ROUNDS; round++) {
		long sum = me->number + 1;
		struct {
			double part;
			int number;
		} pair = {0.5, round};
		void *partials[] = {&sum, &pair};
		const unsigned long sizes[] = {sizeof sum, sizeof pair};
		if (round % 64 == 0 && me->number == round / 64 % me->team_size)
			for (volatile int wait = 0; wait < 20000; wait++) /* the others go ahead */
				;
		if (ppcc_reduce_late(me, partials, sizes, 2)) {
			combined[round]++;
			for (int t = 0; t < me->team_size; t++) {
				total += *(long *)ppcc_reduce_late_partial(me, t, 0);
				order_wrong += *(long *)ppcc_reduce_late_partial(me, t, 0) != t + 1;
				order_wrong += ((int *)ppcc_reduce_late_partial(me, t, 1))[2] != round;
			}
			ppcc_reduce_late_end(me);
		}
		if (round % 1000 == 999) {
			ppcc_barrier(me);
			if (me->number == 0)
				seen_wrong += total != (long)(round + 1) * me->team_size * (me->team_size + 1) / 2;
			ppcc_barrier(me);
		}
	}
}

int main(void)
{
	static const int teams[] = {1, 3, 2, 7, 1, 4};
	for (int i = 0; i < (int)(sizeof teams / sizeof teams[0]); i++) {
		total = 0;
		ppcc_parallel(body, NULL, teams[i], PPCC_BIND_DEFAULT);
		for (int round = 0; round < ROUNDS; round++) {
			CHECK_EQUAL(combined[round], 1);
			combined[round] = 0;
		}
	}
	CHECK_EQUAL(order_wrong, 0);
	CHECK_EQUAL(seen_wrong, 0);
	return check_result();
}
