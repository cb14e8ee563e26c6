#include "icv.h"

struct global_icv ppcc_global;

bool ppcc_icv_inner(const struct icv *outer, struct icv *inner)
{
	const struct global_icv *global = &ppcc_global;
	if (outer->level + 1 >= global->threads_count && outer->level + 1 >= global->bind_count && outer->next_count == 0)
		return false;
	*inner = *outer;
	inner->level++;
	if (outer->next_count > 0) {
		inner->threads = *inner->next_threads++;
		inner->next_count--;
		inner->threads_set = true;
	} else if (!outer->threads_set && inner->level < global->threads_count)
		inner->threads = global->threads[inner->level];
	if (inner->level < global->bind_count)
		inner->bind = global->bind[inner->level];
	return true;
}
