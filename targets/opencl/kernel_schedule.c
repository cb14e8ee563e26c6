/*
 * kernel_schedule.c - loops whose iterations are dealt in another way than in turns: as a fixed schedule says, where the program can
 * see that, by asking or in chunks (OpenMP 5.2, 11.5.3 and 11.6.1).
 */
#include "opencl_target.h"

#include "diagnostic.h"

#include <string.h>

static const struct clause *clause_of(const struct leaf *leaf, enum clause_kind kind)
{
	const struct clause *clause = NULL;
	for (; leaf && !clause; leaf = leaf->inner)
		clause = leaf_clause(leaf, kind);
	return clause && !strcmp(clause->keyword, "static") ? clause : NULL;
}

/* Whether the iterations of a chunk, which one thread runs in order, may depend on those before them in it. */
static bool has_chunks(const struct clause *clause)
{
	return clause && clause->expression && strcmp(clause->expression, "1");
}

bool kernel_schedule_shows(const struct kernel *kernel, const struct leaf *leaf)
{
	const struct clause *schedule = clause_of(leaf, C_SCHEDULE), *teams = clause_of(leaf, C_DIST_SCHEDULE);
	bool turns = !teams && (!schedule || (schedule->expression && !strcmp(schedule->expression, "1"))); /* as iterations are dealt anyway */
	return !turns && (has_chunks(schedule) || has_chunks(teams) || kernel_asks_anywhere(kernel));
}

/* A way to deal the iterations from `first` to `end`. */
struct deal {
	const char *number, *items, *chunk; /* chunk: null for one piece for each */
	const char *what;                   /* a word for names */
};

/* The lines that give the piece, or each chunk, of who is asked its bounds, with `body` inside; *first and *end: in, of all; out, of the piece. */
static const char *open_deal(struct nest *nest, const struct deal *deal, const char **first, const char **end, bool *braces)
{
	struct arena *arena = nest->lowering->arena;
	const char *from = *first, *to = *end, *size = !strcmp(from, "0") ? to : arena_printf(arena, "%s - %s", to, from);
	const char *mine = nest_name(nest, deal->what, "first"), *limit = nest_name(nest, deal->what, "end"), *share = nest_name(nest, deal->what, "share");
	const char *start = !strcmp(from, "0") ? "" : arena_printf(arena, "%s + ", from);
	*first = mine;
	*end = limit;
	*braces = deal->chunk != NULL;
	if (deal->chunk)
		return arena_printf(arena, "for (ulong %s = %s%s * %s; %s < %s; %s += %s * %s) {\n\tconst ulong %s = %s + %s < %s ? %s + %s : %s;", mine, start, deal->number, deal->chunk,
				    mine, to, mine, deal->items, deal->chunk, limit, mine, deal->chunk, to, mine, deal->chunk, to);
	return arena_printf(arena, "const ulong %s = (%s + %s - 1) / %s, %s = %s%s * %s;\nconst ulong %s = %s + %s < %s ? %s + %s : %s;", share, size, deal->items, deal->items,
			    mine, start, deal->number, share, limit, mine, share, to, mine, share, to);
}

static const char *chunk_of(struct nest *nest, const struct clause *clause)
{
	if (!clause || !clause->expression)
		return NULL;
	return parenthesised(nest->lowering->arena, lower_clause_expression(nest->lowering, nest->leaf->outer, nest->leaf->site, clause->expression));
}

void kernel_deal(struct nest *nest, const struct spread *spread, const char *count, const char *body, struct text *lines)
{
	struct arena *arena = nest->lowering->arena;
	const struct clause *schedule = clause_of(nest->leaf, C_SCHEDULE), *teams = clause_of(nest->leaf, C_DIST_SCHEDULE);
	bool league = !strcmp(spread->items, "get_global_size(0)"), groups = !strcmp(spread->items, "get_num_groups(0)"), braces[2] = {false, false};
	const char *limit = kernel_free_name(nest->lowering->survey, "count", "iterations"), *first = "0", *end = limit, *open[2] = {"", ""};
	add_line(lines, "const ulong %s = %s;", limit, count);
	if (league || groups) {
		const struct deal deal = {"get_group_id(0)", "get_num_groups(0)", chunk_of(nest, teams), "team"};
		open[0] = open_deal(nest, &deal, &first, &end, &braces[0]);
	}
	if (!groups && schedule) {
		const struct deal deal = {"get_local_id(0)", "get_local_size(0)", chunk_of(nest, schedule), "own"};
		open[1] = open_deal(nest, &deal, &first, &end, &braces[1]);
	}
	bool turns = !groups && !schedule;
	const char *loop = arena_printf(arena, "for (ulong %s = %s%s; %s < %s; %s%s) {\n\t%s\n}", nest->k, first, turns ? " + get_local_id(0)" : "", nest->k, end, nest->k,
					turns ? " += get_local_size(0)" : "++", indent_lines(arena, body, "\t"));
	for (int i = 1; i >= 0; i--)
		if (braces[i])
			loop = arena_printf(arena, "%s\n\t%s\n}", open[i], indent_lines(arena, loop, "\t"));
		else if (*open[i])
			loop = arena_printf(arena, "%s\n%s", open[i], loop);
	add_line(lines, "%s", loop);
}
