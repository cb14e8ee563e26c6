#include "icv.h"

struct global_icv ppcc_global;

bool ppcc_icv_inner(const struct icv *outer, struct icv *inner)
{
	const struct global_icv *global = &ppcc_global;
	if (outer->level + 1 >= global->threads_count && outer->level + 1 >= global->bind_count)
		return false;
	*inner = *outer;
	inner->level++;
	if (!outer->threads_set && inner->level < global->threads_count)
		inner->threads = global->threads[inner->level];
	if (inner->level < global->bind_count)
		inner->bind = global->bind[inner->level];
	return true;
}
