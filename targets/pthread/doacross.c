/*
 * doacross.c - loops with ordered(n), and the ordered constructs that order their iterations (OpenMP 5.2, 15.10.1).
 *
 * Each loop variable's value has a number, i_at; the numbers of all n loops make the iteration's number in the order of the
 * program, by which the runtime knows it.
 */
#include "pthread_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <stdlib.h>
#include <string.h>

int doacross_depth(const struct leaf *leaf)
{
	const struct clause *ordered = leaf->kind == D_FOR ? leaf_clause(leaf, C_ORDERED) : NULL;
	bool alone = false;
	for (const struct site *site = leaf->site->children; site && !alone; site = site->next)
		alone = site->leaves[0].kind == D_ORDERED_ALONE;
	return ordered && (ordered->expression || alone) ? leaf->site->loop_count : 0; /* without n: the loops of collapse */
}

const char *doacross_inner(struct nest *nest, struct text *out)
{
	const struct site *site = nest->leaf->site;
	const char *inner = NULL;
	for (int i = nest->depth; i < site->loop_count; i++) {
		for (int outer = 0; outer < i; outer++)
			if (nest_uses_variable(nest, site->loops[i].lower, site->loops[outer].variable) ||
			    nest_uses_variable(nest, site->loops[i].bound, site->loops[outer].variable))
				error_at(nest->lowering->source, site->loops[i].start,
					 "the bounds of the loops of ordered(n) must not depend on '%s'", site->loops[outer].variable->name);
		nest_read_terms(nest, i, nest->leaf->outer, out);
		nest_name_count(nest, &nest->terms[i], out);
		const char *count = nest->terms[i].count_name;
		inner = inner ? arena_printf(nest->lowering->arena, "%s * %s", inner, count) : count;
	}
	return inner ? inner : "1";
}

/* The terms of the loop around an ordered construct, as loops_make has them. */
static void read_again(struct lowering *lowering, const struct leaf *around, struct nest *nest)
{
	const int depth = around->site->loop_count;
	struct text none = {0};
	*nest = (struct nest){.lowering = lowering, .count_type = "ppcc_count", .leaf = (struct leaf *)around, .depth = around->site->shared_loops, .loop = lowering->loop};
	nest->terms = arena_alloc(lowering->arena, (size_t)depth * sizeof *nest->terms);
	nest->body_uses_terms = true;
	for (int i = 0; i < depth; i++) {
		nest_read_terms(nest, i, around->outer, &none);
		nest_name_count(nest, &nest->terms[i], &none);
	}
	text_release(&none);
}

static const char *at_name(struct nest *nest, int i)
{
	return nest_name(nest, nest->terms[i].variable, "at");
}

/* The iteration's number, of the numbers of the loops moved by `by` (null: not moved). */
static const char *iteration_number(struct nest *nest, const char *const *by)
{
	struct arena *arena = nest->lowering->arena;
	const char *number = NULL;
	for (int i = 0; i < nest->leaf->site->loop_count; i++) {
		const char *own = at_name(nest, i);
		if (by && *by[i])
			own = arena_printf(arena, i + 1 < nest->leaf->site->loop_count && i == 0 ? "(%s%s)" : "%s%s", own, by[i]);
		if (number)
			number = arena_printf(arena, "%s * %s + %s", parenthesised(arena, number),
					      nest->terms[i].count_name, own);
		else
			number = own;
	}
	return number;
}

static bool not_earlier(struct nest *nest, const struct clause *clause, const char *element, size_t length)
{
	error_at(nest->lowering->source, clause->offset, "'%.*s': a sink must be an earlier iteration than the one that waits", (int)length, element);
	return false;
}

/* Reads `i`, `i + d` or `i - d`: *back says that the dependence leads back in this loop, *distance is d as text, null for 0. */
static bool read_element(struct nest *nest, const struct clause *clause, unsigned place, int i, const char *start, const char *end, bool *back,
			 const char **distance)
{
	const struct lowering *lowering = nest->lowering;
	const struct loop *loop = &nest->leaf->site->loops[i];
	struct lexeme name = scan(start, end), sign = scan(name.start + name.length, end);
	if (name.kind != LEX_WORD || survey_lookup(lowering->survey, name.start, name.length, place) != loop->variable) {
		error_at(lowering->source, clause->offset, "the loop variable '%s' is expected here", loop->variable->name);
		return false;
	}
	*distance = NULL;
	*back = false;
	if (sign.kind == LEX_END)
		return true;
	if (!lexeme_is(sign, "+") && !lexeme_is(sign, "-")) {
		error_at(lowering->source, clause->offset, "an iteration is named as %s, %s + constant or %s - constant", loop->variable->name,
			 loop->variable->name, loop->variable->name);
		return false;
	}
	start = sign.start + 1;
	scan_trim(&start, &end);
	*distance = arena_strndup(lowering->arena, start, (size_t)(end - start));
	*back = lexeme_is(sign, "-") != loop->down;
	if (!nest_is_literal(*distance)) {
		error_at(lowering->source, clause->offset, "'%s' in a sink must be an integer constant that is not negative", *distance);
		return false;
	}
	if (strtoull(*distance, NULL, 0) == 0)
		*distance = NULL;
	return true;
}

/* The line that waits for one sink; false after an error.  A sink outside the loops, or between two iterations, is none. */
static bool add_sink(struct nest *nest, const struct clause *clause, unsigned place, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	const int depth = nest->leaf->site->loop_count;
	const char *by[64], *condition = NULL, *at = clause->expression, *end = at + strlen(at);
	bool earlier = false;
	for (int i = 0; i < depth; i++) {
		const char *comma = scan_find(at, end, ","), *distance, *element_end = comma ? comma : end;
		bool back;
		if (!comma != (i + 1 == depth)) {
			error_at(nest->lowering->source, clause->offset, "a sink names one iteration of each of the %d loops", depth);
			return false;
		}
		if (!read_element(nest, clause, place, i, at, element_end, &back, &distance))
			return false;
		at = element_end + 1;
		by[i] = "";
		if (!distance)
			continue;
		if (!earlier && !back)
			return not_earlier(nest, clause, clause->expression, strlen(clause->expression));
		earlier = true;
		const struct terms *terms = &nest->terms[i];
		const char *own = at_name(nest, i), *moved = distance, *test;
		if (!terms->loop->unit) {
			moved = arena_printf(arena, "%s / (ppcc_count)%s", distance, terms->step);
			condition = arena_printf(arena, "%s%s%s %% (ppcc_count)%s == 0", condition ? condition : "", condition ? " && " : "", distance,
						 terms->step);
		}
		if (back)
			test = arena_printf(arena, "%s >= %s", own, moved);
		else
			test = arena_printf(arena, "%s - %s > %s", terms->count_name, own, moved);
		condition = arena_printf(arena, "%s%s%s", condition ? condition : "", condition ? " && " : "", test);
		by[i] = arena_printf(arena, " %s %s", back ? "-" : "+", moved);
	}
	if (!earlier)
		return not_earlier(nest, clause, clause->expression, strlen(clause->expression));
	add_line(out, "if (%s)\n\tppcc_doacross_wait(&%s, %s);", condition, nest->loop, iteration_number(nest, by));
	return true;
}

const char *lower_ordered_alone(struct lowering *lowering, struct leaf *leaf)
{
	struct nest nest;
	struct text lines = {0};
	const struct leaf *around = leaf->outer;
	if (!around || doacross_depth(around) == 0) {
		error_at(lowering->source, lower_offset(leaf), "'ordered' with '%s' must be right inside a loop with ordered(n)",
			 clause_rows[leaf->clauses->clause->kind].spelling);
		return NULL;
	}
	read_again(lowering, around, &nest);
	for (int i = 0; i < around->site->loop_count; i++) {
		const char *name = nest.terms[i].variable;
		if (survey_lookup(lowering->survey, name, strlen(name), lower_offset(leaf)) != nest.terms[i].loop->variable) {
			unsupported_at(lowering->source, lower_offset(leaf), "'ordered' where '%s' is not the loop variable", name);
			return NULL;
		}
		add_line(&lines, "const ppcc_count %s = %s;", at_name(&nest, i), nest_number_of(&nest, &nest.terms[i]));
	}
	int sources = 0, sinks = 0;
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		const char *number = iteration_number(&nest, NULL);
		if (!strcmp(clause->keyword, "source")) {
			add_line(&lines, "ppcc_doacross_post(&%s, %s);", nest.loop, number);
			sources++;
		} else if (clause->expression) {
			add_sink(&nest, clause, leaf->site->pragma->start, &lines);
			sinks++;
		} else {
			add_line(&lines, "if (%s > 0)\n\tppcc_doacross_wait(&%s, %s - 1);", number, nest.loop, number);
			sinks++;
		}
	}
	if (sources > 1 || (sources > 0 && sinks > 0))
		error_at(lowering->source, lower_offset(leaf), "'ordered' is either one source or for sinks");
	const char *result = arena_printf(lowering->arena, "%s{ /* %s */\n\t%s\n}", mark_generated(lowering->arena, lower_offset(leaf)),
					  lower_origin(lowering, leaf), indent_lines(lowering->arena, lines.data, "\t"));
	text_release(&lines);
	return result;
}
