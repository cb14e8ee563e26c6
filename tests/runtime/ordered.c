/* ordered: the regions run in the order of the iterations under every schedule, also when not every iteration has one. */
#include "check.h"

enum { COUNT = 500 };

static int next_expected; /* plain: only the thread that has the turn touches it */
static int wrong;

struct work {
	int schedule, skip;
	long long chunk;
};

static void body(struct ppcc_thread *me, void *pointer)
{
	struct work *work = pointer;
	struct ppcc_loop loop;
	for (int round = 0; round < 3; round++) {
		ppcc_for_begin(me, &loop, COUNT, work->schedule | PPCC_ORDERED, work->chunk);
		while (ppcc_for_next(&loop))
			for (ppcc_count k = loop.begin; k < loop.end; k++) {
				if (k % (ppcc_count)work->skip)
					continue;
				ppcc_ordered_enter(me);
				wrong += next_expected != (int)k;
				next_expected = (int)k + work->skip;
				ppcc_ordered_leave(me);
			}
		ppcc_for_end(&loop);
		ppcc_barrier(me);
		if (me->number == 0) {
			CHECK(next_expected >= COUNT);
			next_expected = 0;
		}
		ppcc_barrier(me);
	}
}

int main(void)
{
	static const int kinds[] = {PPCC_STATIC, PPCC_DYNAMIC, PPCC_GUIDED, PPCC_AUTO, PPCC_RUNTIME};
	for (int k = 0; k < 5; k++)
		for (int skip = 1; skip <= 3; skip += 2)
			for (long long chunk = 0; chunk <= 4; chunk += 2) {
				struct work work = {kinds[k], skip, chunk};
				ppcc_parallel(body, &work, 0, PPCC_BIND_DEFAULT);
				CHECK_EQUAL(wrong, 0);
			}
	ppcc_ordered_enter(ppcc_self());
	ppcc_ordered_leave(ppcc_self());
	return check_result();
}
