/*
 * cancel.c - cancellation (OpenMP 5.2, 16).  A thread that has to leave a construct jumps to a label at the construct's end,
 * or returns from the function that the construct became when nothing is left to do there.
 */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

static const struct {
	enum clause_kind clause;
	const char *argument;
} kinds[] = {
	{C_PARALLEL, "PPCC_PARALLEL"},
	{C_FOR, "PPCC_WORKSHARING"},
	{C_SECTIONS, "PPCC_WORKSHARING"},
	{C_TASKGROUP, "PPCC_TASKGROUP"},
};

static bool is_cancel(const struct site *site)
{
	return site->leaves[0].kind == D_CANCEL || site->leaves[0].kind == D_CANCELLATION_POINT;
}

/* The leaf at whose end a cancelled thread goes on, given the leaf that a cancel directive stands in; null: the directive
   does not belong there. */
static struct leaf *left_by(struct leaf *around, enum clause_kind clause)
{
	if (around && around->kind == D_SECTION)
		around = around->outer;
	if (!around)
		return NULL;
	switch (clause) {
	case C_PARALLEL: return around->kind == D_PARALLEL ? around : NULL;
	case C_FOR: return around->kind == D_FOR ? around : NULL;
	case C_SECTIONS: return around->kind == D_SECTIONS ? around : NULL;
	default: return openmp_is_task(around->kind) ? around : NULL;
	}
}

static bool leaves(const struct site *sites, const struct leaf *leaf)
{
	for (const struct site *site = sites; site; site = site->next) {
		if (site->leaves[0].kind == D_SECTION && leaves(site->children, leaf))
			return true;
		for (size_t i = 0; is_cancel(site) && i < sizeof kinds / sizeof kinds[0]; i++)
			if (leaf_clause(&site->leaves[0], kinds[i].clause) && left_by(site->leaves[0].outer, kinds[i].clause) == leaf)
				return true;
	}
	return false;
}

bool cancel_leaves(const struct leaf *leaf)
{
	return leaves(leaf->site->children, leaf);
}

void cancel_make_label(struct lowering *lowering, struct leaf *leaf)
{
	struct place place = source_place(lowering->source, lower_offset(leaf));
	leaf->end_label = survey_fresh_name(lowering->survey, arena_printf(lowering->arena, "end_of_%s_%u", directive_rows[leaf->kind].spelling, place.line));
}

const char *cancel_label(struct lowering *lowering, const struct leaf *leaf)
{
	return leaf->end_label ? arena_printf(lowering->arena, "%s:; /* where a cancelled thread goes on */", leaf->end_label) : "";
}

static const char *leave(struct lowering *lowering, const struct leaf *leaf, const char *condition, const char *note)
{
	const char *jump = leaf->end_label ? arena_printf(lowering->arena, "goto %s;", leaf->end_label) : "return;";
	return arena_printf(lowering->arena, "if (%s)%s\n\t%s", condition, note, jump);
}

/* The parallel leaf to which a barrier in `leaf`, or at its end, belongs, when it can be cancelled; else null. */
static const struct leaf *cancelled_region(const struct leaf *leaf)
{
	for (const struct leaf *outer = leaf->outer; outer; outer = outer->outer)
		if (outer->outlined)
			return outer->kind == D_PARALLEL && cancel_leaves(outer) ? outer : NULL;
	return NULL;
}

const char *barrier_statement(struct lowering *lowering, const struct leaf *leaf, const char *note)
{
	const struct leaf *region = cancelled_region(leaf);
	if (region)
		return leave(lowering, region, arena_printf(lowering->arena, "ppcc_barrier_cancelled(%s)", lowering->me), note);
	return arena_printf(lowering->arena, "ppcc_barrier(%s);%s", me_expression(lowering, leaf), note);
}

const char *copyprivate_call(struct lowering *lowering, const struct leaf *leaf, const char *from, const char *mine)
{
	const struct leaf *region = cancelled_region(leaf);
	const char *call = arena_printf(lowering->arena, "void *const *%s = ppcc_copyprivate%s(%s, %s);", from, region ? "_cancelled" : "", lowering->me, mine);
	return region ? arena_printf(lowering->arena, "%s\n%s", call, leave(lowering, region, arena_printf(lowering->arena, "!%s", from), "")) : call;
}

/* Also cancellation point. */
const char *lower_cancel(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	const char *spelling = directive_rows[leaf->kind].spelling, *argument = NULL;
	const struct leaf *left = NULL;
	int named = 0;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (!leaf_clause(leaf, kinds[i].clause))
			continue;
		named++;
		argument = kinds[i].argument;
		left = left_by(leaf->outer, kinds[i].clause);
	}
	if (named != 1) {
		error_at(lowering->source, lower_offset(leaf), "'%s' must name one construct: parallel, for, sections or taskgroup", spelling);
		return NULL;
	}
	if (!left) {
		error_at(lowering->source, lower_offset(leaf), "'%s' must stand directly in the construct that it names (taskgroup: in a task)", spelling);
		return NULL;
	}
	const struct clause *excluded = leaf_clause(left, C_NOWAIT) ? leaf_clause(left, C_NOWAIT) : leaf_clause(left, C_ORDERED);
	if (excluded) {
		error_at(lowering->source, lower_offset(leaf), "a construct with the clause '%s' cannot be cancelled", clause_rows[excluded->kind].spelling);
		return NULL;
	}
	const struct clause *condition = leaf_if(leaf);
	const char *call = arena_printf(arena, "%s(%s, %s%s%s)", leaf->kind == D_CANCELLATION_POINT ? "ppcc_cancellation_point"
					: condition ? "ppcc_cancel_if" : "ppcc_cancel", me_expression(lowering, leaf), argument, condition ? ", " : "",
					condition ? lower_clause_expression(lowering, leaf->outer, leaf->site, condition->expression) : "");
	return arena_printf(arena, "%s%s", mark_generated(arena, lower_offset(leaf)),
			    leave(lowering, left, call, arena_printf(arena, " /* %s */", lower_origin(lowering, leaf))));
}
