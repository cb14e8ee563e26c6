/*
 * simd.c - the simd construct (OpenMP 5.2, 10.4) stays a directive, for the back end's -fopenmp-simd.  Variables that the
 * function around reaches through pointers get a local copy, since a clause can name only variables.
 */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

/* Whether the clause may stand on the line: one of a combined construct has been dealt with by the for leaf. */
static bool keep_clause(const struct clause *clause, bool combined)
{
	return clause->kind != C_BIND && !(combined && (clause->kind == C_COLLAPSE || clause->kind == C_ORDER));
}

bool simd_has_initialisation(const struct leaf *leaf)
{
	for (const struct site *site = leaf->site->children; site; site = site->next)
		if (site->leaves[0].kind == D_SCAN && clause_find(site->pragma->clauses, C_INIT_COMPLETE))
			return true;
	return false;
}

/* Whether the loop can't have the directive: gcc 12 and clang 19 lose elements of sections, clang also of arrays, that a simd
   loop reduces or leaves values in, no compiler knows the phases of 6.0, and gcc 12 refuses to collapse loops with other code
   between them and most that are not rectangular. */
static bool is_plain_loop(const struct lowering *lowering, const struct leaf *leaf, bool combined)
{
	const struct site *site = leaf->site;
	if (!combined && (site->private_loops > site->shared_loops || loops_are_triangular(lowering->survey, site->loops, site->loop_count)))
		return true;
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		bool results = entry->clause->kind == C_REDUCTION || entry->clause->kind == C_LASTPRIVATE;
		for (const struct clause_item *item = entry->clause->items; item && results; item = item->next)
			if (item->section || (item->variable && item->variable->type->class == TYPE_ARRAY))
				return true;
	}
	return simd_has_initialisation(leaf);
}

/* The loops of a combined construct declare their variables anew: no clause can name them, and none needs to. */
static bool is_loop_variable(const struct site *site, const struct variable *variable)
{
	for (int i = 0; i < site->private_loops; i++)
		if (site->loops[i].variable == variable)
			return true;
	return false;
}

/* A private, lastprivate or linear clause of a combined construct; the for leaf sets a linear variable from the iteration's number. */
static void add_private(const struct leaf *leaf, const struct clause *clause, struct text *line)
{
	const char *name = clause_rows[clause->kind == C_LINEAR ? C_PRIVATE : clause->kind].spelling;
	const char *modifier = clause->kind == C_LASTPRIVATE ? clause->modifiers : NULL;
	bool any = false;
	for (const struct clause_item *item = clause->items; item; item = item->next) {
		if (is_loop_variable(leaf->site, item->variable))
			continue;
		if (any)
			text_adds(line, ", ");
		else
			text_printf(line, " %s(%s%s", name, modifier ? modifier : "", modifier ? ": " : "");
		text_adds(line, item->name);
		any = true;
	}
	text_adds(line, any ? ")" : "");
}

const char *simd_line(struct lowering *lowering, const struct leaf *leaf, bool combined)
{
	if (is_plain_loop(lowering, leaf, combined))
		return "";
	struct text line = {0};
	text_adds(&line, "#pragma omp simd");
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		if (!keep_clause(clause, combined))
			continue;
		if (combined && (clause->kind == C_LINEAR || clause->kind == C_PRIVATE || clause->kind == C_LASTPRIVATE)) {
			add_private(leaf, clause, &line);
			continue;
		}
		text_printf(&line, " %s", clause_rows[clause->kind].spelling);
		if (!clause->argument)
			continue;
		const char *argument = clause->argument;
		if (clause->kind == C_IF)
			argument = lower_clause_expression(lowering, leaf->outer, leaf->site, clause->expression);
		else if (clause->kind == C_LINEAR && clause->expression)
			argument = arena_printf(lowering->arena, "%.*s: %s", (int)strcspn(argument, ":"), argument,
						lower_clause_expression(lowering, leaf->outer, leaf->site, clause->expression));
		text_printf(&line, "(%s)", argument);
	}
	const char *result = lines_of(lowering, &line);
	text_release(&line);
	return result;
}

/* An array of which the function around has a pointer: the construct gets an array of its own, with its value where it needs it. */
static void copy_array(struct lowering *lowering, const struct leaf *around, const struct share *share, struct text *before, struct text *after)
{
	struct arena *arena = lowering->arena;
	const struct variable *variable = share->variable;
	const char *name = variable->name, *extents[TYPE_MAX_RANK];
	const char *origin = survey_free_name(lowering->survey, arena_printf(arena, "shared_%s", name));
	bool private = share->sharing == SHARING_PRIVATE && !share->last, elements = dataenv_passing(around, variable) == PASS_ELEMENTS;
	if (share->sharing == SHARING_REDUCTION && elements)
		return; /* simd_line: the loop adds to the elements themselves */
	if (share->sharing == SHARING_REDUCTION && share->item->section) {
		unsupported_at(lowering->source, share->item->offset, "a section of '%s' in 'simd' inside a region that also uses the array as a whole", name);
		return;
	}
	lower_extents(lowering, variable, extents);
	for (int k = 0; k < TYPE_MAX_RANK; k++)
		if (extents[k])
			add_line(before, "const unsigned long %s = %s;", extents[k], extent_value(lowering, around, variable, k));
	if (!private)
		add_line(before, "void *const %s = %s;", origin, name);
	add_line(before, "%s;", with_alignment(lowering, variable, ctype_declare_extents(arena, ctype_unqualified(arena, variable->type), name, extents)));
	if (private)
		return;
	add_line(before, "__builtin_memcpy(%s, %s, sizeof %s);", name, origin, name);
	add_line(after, "__builtin_memcpy(%s, %s, sizeof %s);", origin, name, name);
}

/* A list item that is a pointer in the function around is copied in, and back when the construct changes it. */
static void copy_item(struct lowering *lowering, const struct leaf *around, const struct share *share, struct text *before, struct text *after)
{
	const struct variable *variable = share->variable;
	enum passing passing = dataenv_passing(around, variable);
	if (share->sharing == SHARING_PRIVATE && !share->last && !dataenv_visible(around, variable)) {
		add_line(before, "%s;", ctype_declare(lowering->arena, variable->type, variable->name));
		return;
	}
	if (variable->type->class == TYPE_ARRAY && (passing == PASS_ADDRESS || passing == PASS_ELEMENTS)) {
		copy_array(lowering, around, share, before, after);
		return;
	}
	if (passing != PASS_ADDRESS)
		return;
	const char *origin = survey_free_name(lowering->survey, arena_printf(lowering->arena, "shared_%s", variable->name));
	add_line(before, "%s = %s;", ctype_declare_pointer(lowering->arena, variable->type, origin, NULL), variable->name);
	add_line(before, "%s = *%s;", ctype_declare(lowering->arena, variable->type, variable->name), origin);
	bool pointer_of_section = share->item && share->item->section;
	if ((share->sharing != SHARING_PRIVATE || share->last) && !pointer_of_section)
		add_line(after, "*%s = %s;", origin, variable->name);
}

void simd_in_distribute(struct lowering *lowering, const struct leaf *distribute, struct copies *copies)
{
	const struct leaf *simd = distribute->inner;
	for (const struct share *share = simd ? simd->shares : NULL; share; share = share->next)
		if (share->sharing == SHARING_REDUCTION && simd->kind == D_SIMD)
			copy_item(lowering, distribute->outer, share, &copies->declare, &copies->combine);
}

const char *lower_simd(struct lowering *lowering, struct leaf *leaf)
{
	struct text before = {0}, after = {0};
	for (const struct share *share = leaf->shares; share; share = share->next)
		copy_item(lowering, leaf->outer, share, &before, &after);
	const struct statement *statement = leaf->site->statement;
	const char *loop = lower_span(lowering, leaf, (struct span){statement->start, statement->end});
	const char *line = simd_line(lowering, leaf, false), *mark = mark_generated(lowering->arena, lower_offset(leaf));
	const char *result;
	if (*line)
		line = arena_printf(lowering->arena, "%s\n", line);
	if (before.length == 0)
		result = arena_printf(lowering->arena, "%s%s%s", mark, line, loop);
	else
		result = arena_printf(lowering->arena, "%s{\n\t%s\n%s\t%s%s\n}", mark, indent_lines(lowering->arena, before.data, "\t"), line,
				      indent_lines(lowering->arena, loop, "\t"),
				      after.data ? arena_printf(lowering->arena, "\n\t%s", indent_lines(lowering->arena, after.data, "\t")) : "");
	text_release(&before);
	text_release(&after);
	return result;
}
