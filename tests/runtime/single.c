/* single and copyprivate: one thread each time, overlapping without barrier; all get the values. */
#include "check.h"

enum { ROUNDS = 2000 };

static atomic_int runs[ROUNDS];

static void body(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 0; i < ROUNDS; i++)
		if (ppcc_single(me))
			atomic_fetch_add(&runs[i], 1);
	ppcc_barrier(me);
	for (int i = 0; i < ROUNDS; i++) {
		CHECK_EQUAL(runs[i], 1);
		int a = -1;
		double b = -1;
		void *mine[] = {&a, &b};
		int chosen = ppcc_single(me);
		if (chosen) {
			a = i;
			b = i / 2.0;
		}
		void *const *copies = ppcc_copyprivate(me, chosen ? mine : NULL);
		if (!chosen) {
			a = *(int *)copies[0];
			b = *(double *)copies[1];
		}
		ppcc_barrier(me);
		CHECK_EQUAL(a, i);
		CHECK(b == i / 2.0);
	}
}

int main(void)
{
	ppcc_parallel(body, NULL, 0, PPCC_BIND_DEFAULT);
	CHECK(ppcc_single(ppcc_self()));
	return check_result();
}
