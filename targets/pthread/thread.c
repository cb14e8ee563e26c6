/* thread.c - where the code finds the thread that runs it. */
#include "pthread_target.h"

/* The constructs in place whose block declares the context when no function around them has it. */
static bool declares_me(enum directive kind)
{
	return kind == D_FOR || kind == D_SECTIONS || kind == D_SINGLE || kind == D_SCOPE || kind == D_DISTRIBUTE || kind == D_TASKLOOP || kind == D_TASKGROUP ||
	       kind == D_TASKGRAPH;
}

bool has_me(const struct leaf *leaf)
{
	for (const struct leaf *outer = leaf->outer; outer; outer = outer->outer)
		if (outer->outlined || declares_me(outer->kind))
			return true;
	return false;
}

const char *declare_me(struct lowering *lowering, const struct leaf *leaf)
{
	return has_me(leaf) ? "" : arena_printf(lowering->arena, "struct ppcc_thread *%s = ppcc_self();", lowering->me);
}

const char *me_expression(struct lowering *lowering, const struct leaf *leaf)
{
	return has_me(leaf) ? lowering->me : "ppcc_self()";
}

bool ends_parallel(const struct leaf *leaf)
{
	return leaf->outer && leaf->outer->site == leaf->site && leaf->outer->kind == D_PARALLEL;
}
