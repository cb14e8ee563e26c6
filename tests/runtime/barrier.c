/* barrier: nobody leaves before the last has come, many times over; also with teams that change size in between. */
#include "check.h"

enum { ROUNDS = 3000 };

static atomic_int arrived;
static int plain[64];

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 1; i <= ROUNDS; i++) {
		atomic_fetch_add_explicit(&arrived, 1, memory_order_relaxed);
		plain[me->number] = i;
		ppcc_barrier(me);
		CHECK_EQUAL(atomic_load_explicit(&arrived, memory_order_relaxed), i * me->team_size);
		CHECK_EQUAL(plain[(me->number + 1) % me->team_size], i);
		ppcc_barrier(me);
	}
}

int main(void)
{
	ppcc_barrier(ppcc_self());
	ppcc_parallel(body, NULL, 0, PPCC_BIND_DEFAULT);
	for (int size = 1; size <= 4; size++) {
		atomic_store(&arrived, 0);
		ppcc_parallel(body, NULL, size, PPCC_BIND_DEFAULT);
	}
	return check_result();
}
