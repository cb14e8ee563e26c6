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

const char *simd_line(struct lowering *lowering, const struct leaf *leaf, bool combined)
{
	struct text line = {0};
	text_adds(&line, "#pragma omp simd");
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		if (!keep_clause(clause, combined))
			continue;
		if (combined && clause->kind == C_LINEAR) { /* the for leaf sets it from the iteration's number */
			text_adds(&line, " private(");
			for (const struct clause_item *item = clause->items; item; item = item->next)
				text_printf(&line, "%s%s", item->name, item->next ? ", " : ")");
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

/* The list items that are pointers in the function around: each is copied in, and back when the construct changes it. */
static void copy_shared(struct lowering *lowering, const struct leaf *leaf, struct text *before, struct text *after)
{
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const struct variable *variable = share->variable;
		if (share->sharing == SHARING_PRIVATE && !share->last && !dataenv_visible(leaf->outer, variable)) {
			add_line(before, "%s;", ctype_declare(lowering->arena, variable->type, variable->name));
			continue;
		}
		if (!dataenv_by_address(leaf->outer, variable))
			continue;
		if (variable->type->class == TYPE_ARRAY) {
			unsupported_at(lowering->source, lower_offset(leaf), "the array '%s' in a clause of 'simd' inside a region", variable->name);
			continue;
		}
		const char *origin = survey_free_name(lowering->survey, arena_printf(lowering->arena, "shared_%s", variable->name));
		add_line(before, "%s = %s;", ctype_declare_pointer(lowering->arena, variable->type, origin, NULL), variable->name);
		add_line(before, "%s = *%s;", ctype_declare(lowering->arena, variable->type, variable->name), origin);
		if (share->sharing != SHARING_PRIVATE || share->last)
			add_line(after, "*%s = %s;", origin, variable->name);
	}
}

bool simd_has_initialisation(const struct leaf *leaf)
{
	for (const struct site *site = leaf->site->children; site; site = site->next)
		if (site->leaves[0].kind == D_SCAN && clause_find(site->pragma->clauses, C_INIT_COMPLETE))
			return true;
	return false;
}

const char *lower_simd(struct lowering *lowering, struct leaf *leaf)
{
	struct text before = {0}, after = {0};
	copy_shared(lowering, leaf, &before, &after);
	const struct statement *statement = leaf->site->statement;
	const char *loop = lower_span(lowering, leaf, (struct span){statement->start, statement->end});
	const char *line = simd_has_initialisation(leaf) ? "" : simd_line(lowering, leaf, false), *mark = mark_generated(lowering->arena, lower_offset(leaf));
	const char *result;
	if (before.length == 0)
		result = arena_printf(lowering->arena, "%s%s%s%s", mark, line, *line ? "\n" : "", loop);
	else
		result = arena_printf(lowering->arena, "%s{\n\t%s\n%s\n\t%s\n\t%s\n}", mark, indent_lines(lowering->arena, before.data, "\t"), line,
				      indent_lines(lowering->arena, loop, "\t"), indent_lines(lowering->arena, after.data ? after.data : "", "\t"));
	text_release(&before);
	text_release(&after);
	return result;
}
