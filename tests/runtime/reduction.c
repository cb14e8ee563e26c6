/* reduction: all partial results are combined, in thread order, and seen by all. */
#include "check.h"

enum { ROUNDS = 2000 };

static long total;
static double bits, first_bits;
static int order_wrong;

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 1; i <= ROUNDS; i++) {
		long sum = i * (me->number + 1L);
		double part = 1.0 / (3 + me->number);
		void *partials[] = {&sum, &part};
		if (ppcc_reduce_begin(me, partials)) {
			CHECK_EQUAL(me->number, 0);
			for (int t = 0; t < me->team_size; t++) {
				total += *(long *)ppcc_reduce_partial(me, t, 0);
				bits += *(double *)ppcc_reduce_partial(me, t, 1);
				order_wrong += *(double *)ppcc_reduce_partial(me, t, 1) != 1.0 / (3 + t);
			}
			ppcc_reduce_end(me);
		}
		CHECK_EQUAL(total, (long)i * me->team_size * (me->team_size + 1) / 2);
		ppcc_barrier(me);
		if (me->number == 0) {
			if (i == 1)
				first_bits = bits;
			CHECK(bits == first_bits);
			bits = 0;
			total = 0;
		}
		ppcc_barrier(me);
	}
}

int main(void)
{
	ppcc_parallel(body, NULL, 0, PPCC_BIND_DEFAULT);
	ppcc_parallel(body, NULL, 3, PPCC_BIND_DEFAULT);
	CHECK_EQUAL(order_wrong, 0);
	return check_result();
}
